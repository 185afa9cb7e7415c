/** How fast a run goes and how long it will last, from the steps made so far. */
export class Pace {
  #work = 0;
  #examples = 0;
  #steps = 0;
  #begun: number;

  /** @param now a clock in milliseconds, such as `performance.now` */
  constructor(readonly now: () => number = () => performance.now()) {
    this.#begun = now();
  }

  /**
   * Counts one step.
   *
   * @param milliseconds the time the step itself took, without the reader's drawing in between
   */
  count(examples: number, milliseconds: number): void {
    // The first step also warms up the backend: it says little about the others.
    if (++this.#steps === 1) this.#begun = this.now();
    if (this.#steps <= 2) this.#work = this.#examples = 0;
    this.#work += milliseconds;
    this.#examples += examples;
  }

  /** Leaves out a step that says nothing about the others, such as the one that waited for the compiler. */
  leaveOut(milliseconds: number): void {
    this.#begun += milliseconds;
  }

  /** Examples trained on per second of training. */
  get examplesPerSecond(): number {
    return (1000 * this.#examples) / this.#work;
  }

  /** Seconds until `remaining` more steps are done, drawing and evaluating included. */
  secondsLeft(remaining: number): number {
    if (this.#steps === 1) return (this.#work * remaining) / 1000;
    return ((this.now() - this.#begun) / (this.#steps - 1) / 1000) * remaining;
  }
}
