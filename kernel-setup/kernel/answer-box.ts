import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads';

/** What came of a question: the text, or why there is none. */
export interface Answer {
  readonly question: number;
  readonly outcome: { readonly text: string } | { readonly failure: 'not taken' | 'ended' | 'over' };
}

/** What an answer box is made of, to be handed to another thread. */
export interface AnswerBoxParts {
  readonly memory: SharedArrayBuffer;
  readonly port: MessagePort;
}

/** Carries answers, of any length, to a thread that sleeps until they come. */
export class AnswerBox {
  readonly #count: Int32Array;
  readonly #port: MessagePort;

  constructor({ memory, port }: AnswerBoxParts) {
    this.#count = new Int32Array(memory);
    this.#port = port;
  }

  /** Puts an answer in and wakes the one who waits at the other end. */
  put(answer: Answer): void {
    this.#port.postMessage(answer);
    Atomics.add(this.#count, 0, 1);
    Atomics.notify(this.#count, 0);
  }

  /** The next answer; sleeps for at most `patience` ms if there is none yet. */
  take(patience: number): Answer | undefined {
    const count = Atomics.load(this.#count, 0);
    const received = receiveMessageOnPort(this.#port);
    if (received) return received.message as Answer;
    Atomics.wait(this.#count, 0, count, patience);
    return undefined;
  }
}
