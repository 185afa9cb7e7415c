import type { Answer, AnswerBox } from '../answer-box';
import type { Question } from '../threads';
import type { Message } from '../wire';
import type { Outbox } from './outbox';
import type { RunOutputs } from './run-outputs';

interface Waiting {
  readonly run: number;
  readonly question: Question;
  readonly request: Message;
  /** The id of the message that shows it, once it is shown. */
  shown?: string;
}

/** What a terminal sends for Ctrl-D, and front ends for the end of input. */
const endOfInput = '\u0004';

/**
 * The io worker's side of `kernel.prompt` and `kernel.input`: shows one question at a time to the front end that runs
 * the cell, and takes no answer but that one's.
 *
 * Source: "Messaging in Jupyter", section "Messages on the stdin (ROUTER/DEALER) channel".
 */
export class Stdin {
  readonly #outbox: Outbox;
  readonly #outputs: RunOutputs;
  readonly #box: AnswerBox;
  readonly #main: (answer: Answer) => void;
  #waiting: readonly Waiting[] = [];
  #lastEnded = 0;

  /**
   * @param parts.box where an answer goes that the main thread sleeps for
   * @param parts.main takes the others
   */
  constructor(parts: {
    outbox: Outbox;
    outputs: RunOutputs;
    box: AnswerBox;
    main: (answer: Answer) => void;
  }) {
    this.#outbox = parts.outbox;
    this.#outputs = parts.outputs;
    this.#box = parts.box;
    this.#main = parts.main;
  }

  /** Shows a question, after those that wait already. */
  ask(run: number, question: Question): void {
    // A cell that was stopped by force has left its questions behind.
    this.#drop((waiting) => waiting.run < run);
    const request = this.#outputs.request(run);
    if (!request || run <= this.#lastEnded) this.#deliver(question, { failure: 'over' });
    else if (!request.content.allow_stdin) this.#deliver(question, { failure: 'not taken' });
    else this.#keep([...this.#waiting, { run, question, request }]);
  }

  /** Forgets a question that was interrupted; what is answered to it from now on belongs to nobody. */
  withdraw(id: number): void {
    this.#keep(this.#waiting.filter(({ question }) => question.id !== id));
  }

  /** A cell has ended, and with it the questions that it did not wait for. */
  end(run: number): void {
    this.#lastEnded = run;
    this.#drop((waiting) => waiting.run <= run);
  }

  /** No answer comes any more. */
  close(): void {
    this.#drop(() => true);
  }

  /** Takes an answer, if it belongs to the question that is shown. */
  receive(reply: Message): void {
    const [asked] = this.#waiting;
    if (!asked || reply.header.msg_type !== 'input_reply') return;
    // Others may be connected; they were not asked.
    const [asker] = asked.request.identities;
    if (!asker || !reply.identities[0]?.equals(asker)) return;
    // Some front ends do not say which question they answer.
    const { msg_id } = reply.parent_header;
    if (msg_id !== undefined && msg_id !== asked.shown) return;
    const { value } = reply.content;
    const answered = typeof value === 'string' && value !== endOfInput;
    this.#deliver(asked.question, answered ? { text: value } : { failure: 'ended' });
    this.#keep(this.#waiting.slice(1));
  }

  #drop(isOver: (waiting: Waiting) => boolean): void {
    for (const waiting of this.#waiting.filter(isOver)) this.#deliver(waiting.question, { failure: 'over' });
    this.#keep(this.#waiting.filter((waiting) => !isOver(waiting)));
  }

  #keep(waiting: readonly Waiting[]): void {
    this.#waiting = waiting;
    const [first] = waiting;
    if (!first || first.shown) return;
    const { prompt, password } = first.question;
    first.shown = this.#outbox.ask(first.request, { prompt, password });
  }

  #deliver({ id, blocks }: Question, outcome: Answer['outcome']): void {
    const answer = { question: id, outcome };
    if (blocks) this.#box.put(answer);
    else this.#main(answer);
  }
}
