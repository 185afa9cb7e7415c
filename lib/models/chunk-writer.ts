import * as tf from '@tensorflow/tfjs';
import { type KeyValueCache, parameters } from '../nn';
import { Rng } from '../rng';
import { chunk, type GenerationState, type generationLoop } from './generation-loop';
import type { Gpt } from './gpt';
import type { SamplingOptions } from './next-token-distribution';

type Loop = ReturnType<typeof generationLoop>;

/**
 * A token of a model with so many parameters takes about 0.1 s, and a reader shouldn't wait longer for the next ones, nor
 * for the end of a run that is stopped: smaller models write several tokens in that time.
 */
const parametersAtOnce = 3e8;

/** A text under way, written by a compiled loop, some tokens at a time. */
export class ChunkWriter {
  readonly #model: Gpt;
  readonly #loop: Loop;
  readonly #scalars: { temperature: tf.Scalar; topP: tf.Scalar; repetitionPenalty: tf.Scalar };
  #state: GenerationState;
  #read = 0;
  /** How many tokens are read per run of the loop. */
  readonly #atOnce: number;

  /** @param ids the prompt */
  constructor(
    model: Gpt,
    loop: Loop,
    ids: readonly number[],
    { temperature = 1, topP = 1, repetitionPenalty }: SamplingOptions & { repetitionPenalty: number },
  ) {
    this.#model = model;
    this.#loop = loop;
    const sizes = Object.values(parameters(model)).map(({ size }) => size);
    const size = sizes.reduce((sum, each) => sum + each, 0);
    this.#atOnce = Math.max(1, Math.min(chunk, Math.floor(parametersAtOnce / size)));
    this.#scalars = {
      temperature: tf.scalar(temperature),
      topP: tf.scalar(topP),
      repetitionPenalty: tf.scalar(repetitionPenalty),
    };
    const seen = new Float32Array(model.config.vocabulary);
    for (const id of ids) seen[id] = 1;
    this.#state = {
      token: tf.tensor1d([ids[0]], 'int32'),
      position: tf.scalar(0, 'int32'),
      written: tf.zeros([chunk], 'int32'),
      seen: tf.tensor1d(seen),
      sound: tf.scalar(1),
    };
    for (const [layer, { keys, values }] of model.emptyCache(1).entries())
      this.#state = { ...this.#state, [`keys${layer}`]: keys, [`values${layer}`]: values };
  }

  /** How many tokens the cache holds. */
  get read(): number {
    return this.#read;
  }

  /** The cache, which the caller disposes; the writer is then at its end. */
  take(): KeyValueCache[] {
    const cache = this.#model.blocks.map((_, layer) => ({
      keys: this.#state[`keys${layer}`].clone() as tf.Tensor4D,
      values: this.#state[`values${layer}`].clone() as tf.Tensor4D,
    }));
    this.dispose();
    return cache;
  }

  /**
   * Reads what it hasn't read yet, and goes on for some tokens.
   *
   * @param ids all tokens so far, at most as many as the context
   * @param most how many more are wanted
   * @param rng where they are drawn; it is left as it is, for the reader may stop before the last
   * @returns the new tokens, none while there is more to read; undefined if a logit is not finite, and nothing is changed
   */
  write(ids: readonly number[], most: number, rng: Rng): number[] | undefined {
    const known = ids.length - 1 - this.#read; // turns after which the text is known already
    const turns = Math.min(this.#atOnce, this.#model.config.context - this.#read, known + most);
    const draws = Rng.restore(rng.state);
    const prompt = Int32Array.from({ length: chunk }, (_, turn) =>
      turn < known ? ids[this.#read + turn + 1] : -1,
    );
    const points = Float32Array.from(prompt, (id) => (id < 0 ? draws.uniform() : 0));
    const given = { prompt: tf.tensor1d(prompt, 'int32'), points: tf.tensor1d(points) };
    const state = this.#loop(turns, this.#state, { ...this.#scalars, ...given });
    tf.dispose(Object.values(given));
    if (state.sound.dataSync()[0] !== 1) {
      tf.dispose(Object.values(state));
      return undefined;
    }
    tf.dispose(Object.values(this.#state));
    this.#state = state;
    this.#read += turns;
    return [...state.written.dataSync().subarray(Math.min(known, turns), turns)];
  }

  dispose(): void {
    tf.dispose([...Object.values(this.#state), ...Object.values(this.#scalars)]);
  }
}
