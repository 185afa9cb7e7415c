import { Session } from 'node:inspector';
import { haltName, heardAndHalts, heardAndSpares, type InterruptFlag } from '../interrupt-flag';

/** The io worker's part in halting the main thread's code; see main/halt.ts for what the main thread does. */
export class Force {
  readonly #flag: InterruptFlag;
  #session: Session | undefined;
  #asking = false;

  constructor(flag: InterruptFlag) {
    this.#flag = flag;
  }

  /** Asks the main thread to let itself be halted, as soon as it runs JavaScript. */
  ask(patient: boolean): void {
    if (this.#asking) return;
    this.#asking = true;
    const expression = `${haltName}(${patient})`;
    this.#connect().post('Runtime.evaluate', { expression, silent: true }, () => {
      this.#asking = false;
    });
  }

  /** The main thread is ready, and waits for it. */
  halt(): void {
    this.#connect().post('Runtime.terminateExecution');
    this.#flag.heard = heardAndHalts;
  }

  /** The main thread is ready, but the interrupt has been answered meanwhile. */
  spare(): void {
    this.#flag.heard = heardAndSpares;
  }

  /** Leaves the main thread alone; a debugger that stays would keep the process from ending. */
  release(): void {
    this.#session?.disconnect();
    this.#session = undefined;
    this.#asking = false;
  }

  #connect(): Session {
    if (!this.#session) {
      this.#session = new Session();
      this.#session.connectToMainThread();
    }
    return this.#session;
  }
}
