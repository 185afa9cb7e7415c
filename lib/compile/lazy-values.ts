import type * as tf from '@tensorflow/tfjs';
import type { NativeBackend } from './native-backend';

/**
 * Lets variables hold values that are computed when somebody asks for them: an operation, a look at the data, an
 * assignment, a disposal. Where nobody asks, nothing is computed.
 */
export class LazyValues {
  readonly #backend: NativeBackend;
  readonly #variables: readonly tf.Variable[];
  #given = false;

  /**
   * @param variables whose values are held by TensorFlow and shared with no clone
   * @param ask called once, at the first look at any of them, to `give` them all their values; where it doesn't, they
   * keep those they had
   */
  constructor(backend: NativeBackend, variables: readonly tf.Variable[], ask: () => void) {
    this.#backend = backend;
    this.#variables = variables;
    const before = variables.map(({ dataId }) => backend.tensorMap.get(dataId).id);
    // Whatever tfjs does with a tensor of the native backend, it asks here for the library's number first.
    for (const { dataId } of variables)
      Object.defineProperty(backend.tensorMap.get(dataId), 'id', {
        configurable: true,
        enumerable: true,
        get: () => {
          ask();
          if (!this.#given) this.give(before);
          return backend.tensorMap.get(dataId).id;
        },
      });
  }

  /** Whether a clone shares the data of one of them, which does not ask. */
  get isShared(): boolean {
    return this.#variables.some(({ dataId }) => this.#backend.tensorMap.get(dataId).refCount !== 1);
  }

  /** Gives the variables their values, one tensor of the library's for each. */
  give(ids: readonly number[]): void {
    this.#given = true;
    for (const [index, { dataId }] of this.#variables.entries())
      Object.defineProperty(this.#backend.tensorMap.get(dataId), 'id', {
        configurable: true,
        enumerable: true,
        writable: true,
        value: ids[index],
      });
  }
}
