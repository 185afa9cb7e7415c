import * as tf from '@tensorflow/tfjs';
import { type Compiled, compile, guard } from '../compile';
import type { Layer } from '../nn';
import { namedForward } from './named-forward';

/** What is known of a model's forward pass with dropout off. */
interface Experience {
  /** Batches that it was given so far. */
  batches: number;
  /** How many tensors it makes of one: about one per operation. */
  tensors: number;
  /** Whether it can't be a graph, for instance because it reads data in its middle. */
  refused: boolean;
}

const experience = new WeakMap<object, Experience>();

/**
 * A graph was measured to save about 25 µs per tensor and batch, and to cost 350 µs per tensor and 30 ms until it runs:
 * the batches that it takes to win that back.
 */
const fewestBatches = 26;
/** With fewer, as in an MLP, nearly all of the time goes into the numbers themselves. */
const fewestTensors = 100;
/** The first batch of each walk is recorded, to see that the model is still the same: so few would gain nothing. */
const fewestToCome = 4;

/**
 * A model's forward pass with dropout off, for one walk over a data set. Where as many batches were done one operation
 * at a time as a graph is worth, it is compiled; the graph outlives the walk, and the next one takes it up again.
 */
export class ForwardPasses<X extends tf.Tensor, Y extends tf.Tensor> {
  readonly #model: Layer<X, Y>;
  #compiled: Compiled<[X], { readonly y: Y }> | undefined;
  #left: number;

  /** @param batches how many batches of one shape will come, before others */
  constructor(model: Layer<X, Y>, batches: number) {
    this.#model = model;
    this.#left = batches;
  }

  /**
   * @returns a new tensor, which the caller disposes
   * @throws as {@link namedForward}
   */
  run(x: X): Y {
    const left = this.#left--;
    const known = experience.get(this.#model);
    if (left <= 0 || !known) return this.#eager(x);
    known.batches++;
    if (left >= fewestToCome && hasPaid(known)) this.#compiled ??= this.#compile();
    if (!this.#compiled) return this.#eager(x);
    try {
      return this.#compiled(x).y;
    } catch (error) {
      if (error !== notFinite) throw error;
      return this.#eager(x); // one operation at a time, each layer looks at what it is given, and says its name
    }
  }

  /** Ends the walk. */
  dispose(): void {
    const known = experience.get(this.#model);
    if (known && this.#compiled?.why !== undefined) known.refused = true;
    this.#compiled?.dispose();
  }

  #eager(x: X): Y {
    const first = tf.scalar(0);
    const y = namedForward(this.#model, x);
    // Tensors are numbered in the order of their birth.
    const tensors = y.id - first.id;
    if (!experience.has(this.#model)) experience.set(this.#model, { batches: 1, tensors, refused: false });
    first.dispose();
    return y;
  }

  #compile(): Compiled<[X], { readonly y: Y }> {
    const work = (x: X) => {
      const y = namedForward(this.#model, x);
      guard([y.sum()], ([sum]) => {
        if (!Number.isFinite(sum)) throw notFinite;
      });
      return { y };
    };
    return compile(work, { steady: true, xla: 'never' });
  }
}

function hasPaid({ batches, tensors, refused }: Experience): boolean {
  return tf.getBackend() === 'tensorflow' && !refused && tensors >= fewestTensors && batches > fewestBatches;
}

/** Thrown by the guard of a graph. */
const notFinite = new Error('ForwardPasses: expected finite outputs');
