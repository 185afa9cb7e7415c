import * as tf from '@tensorflow/tfjs';
import type { Step } from './train-step';

/** What the reader of a training run is told of how its steps are done. */
export class StepNotes {
  /** By the size of a batch, about how many seconds its next step will be compiled. */
  readonly #seconds = new Map<number, number>();
  /** The sizes of batches whose steps run as graphs. */
  readonly #graphs = new Set<number>();
  #why: string | undefined;
  #waited = false;

  /** Takes note of a step on `size` examples. */
  after(size: number, { mode, compileSeconds, why }: Step['compiled']): void {
    this.#waited = mode === 'graph' && !this.#graphs.has(size);
    if (mode === 'graph') this.#graphs.add(size);
    this.#seconds.set(size, compileSeconds);
    this.#why = why;
  }

  /** Whether the latest step had to wait for its graph. */
  get waited(): boolean {
    return this.#waited;
  }

  /**
   * One line: how long the next step will be compiled, where that is a second or more; or why each step runs operation
   * by operation, on the tier that could compile it.
   *
   * @param size how many examples the next step has; nothing after the last
   */
  before(size?: number): { note?: string } {
    const seconds = Math.round((size && this.#seconds.get(size)) || 0);
    if (seconds >= 1)
      return { note: `Compiling the step, about ${seconds} s; the steps after it are quicker.` };
    if (this.#why && tf.getBackend() === 'tensorflow')
      return { note: `The step is not compiled: it ${this.#why}.` };
    return {};
  }
}
