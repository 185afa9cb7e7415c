import { type Answer, AnswerBox, type AnswerBoxParts } from '../answer-box';
import { nap } from '../interrupt-flag';
import type { FromMain } from '../threads';
import type { Interruptible } from './interruptible';
import { KeyboardInterrupt } from './keyboard-interrupt';

/** A cell asks for input where nobody can give any. */
export class StdinNotImplementedError extends Error {
  override readonly name = 'StdinNotImplementedError';
}

/** The reader ended the input in place of an answer, as with Ctrl-D in a console. */
export class EndOfInputError extends Error {
  override readonly name = 'EndOfInputError';
}

type Outcome = Answer['outcome'] | { readonly failure: 'interrupted' };

/** The main thread's side of `kernel.prompt` and `kernel.input`. */
export class Questions {
  readonly #send: (message: FromMain) => void;
  readonly #run: () => number;
  readonly #interruptible: Interruptible;
  readonly #box: AnswerBox;
  readonly #waiting = new Map<number, (outcome: Outcome) => void>();
  #asked = 0;

  /** @param parts.run the number of the cell that asks */
  constructor(parts: {
    send: (message: FromMain) => void;
    run: () => number;
    interruptible: Interruptible;
    box: AnswerBoxParts;
  }) {
    this.#send = parts.send;
    this.#run = parts.run;
    this.#interruptible = parts.interruptible;
    this.#box = new AnswerBox(parts.box);
  }

  /** Asks, and sleeps until the answer is there. */
  prompt(text: string, password: boolean): string {
    const question = this.#ask(text, password, true);
    try {
      for (;;) {
        this.#interruptible.check();
        const answer = this.#box.take(nap);
        if (answer?.question === question)
          return told(`kernel.prompt(${JSON.stringify(text)})`, answer.outcome);
      }
    } finally {
      this.#send({ type: 'withdraw', question });
    }
  }

  /** Asks; the answer comes later. */
  async input(text: string, password: boolean): Promise<string> {
    const question = this.#ask(text, password, false);
    const outcome = await new Promise<Outcome>((resolve) => this.#waiting.set(question, resolve));
    this.#waiting.delete(question);
    this.#send({ type: 'withdraw', question });
    // Thrown from here, so that the trace leads to the cell that awaits it.
    return told(`kernel.input(${JSON.stringify(text)})`, outcome);
  }

  /** Takes the answer to an {@link input}. */
  answer({ question, outcome }: Answer): void {
    this.#waiting.get(question)?.(outcome);
  }

  /** The reader has pressed stop: nobody waits for an answer any more. */
  interrupt(): void {
    for (const resolve of this.#waiting.values()) resolve({ failure: 'interrupted' });
  }

  #ask(text: string, password: boolean, blocks: boolean): number {
    const question = { id: ++this.#asked, prompt: String(text), password: Boolean(password), blocks };
    this.#send({ type: 'ask', run: this.#run(), question });
    return question.id;
  }
}

function told(who: string, outcome: Outcome): string {
  if ('text' in outcome) return outcome.text;
  if (outcome.failure === 'interrupted') throw new KeyboardInterrupt();
  if (outcome.failure === 'ended')
    throw new EndOfInputError(`${who}: expected an answer, got the end of input`);
  if (outcome.failure === 'over')
    throw new Error(`${who}: the cell has ended; ask while it runs, with await before kernel.input(…)`);
  throw new StdinNotImplementedError(
    `${who}: nobody can answer here (allow_stdin is false), as when a program runs the whole notebook; ` +
      'write the answer into the cell, or run it in JupyterLab',
  );
}
