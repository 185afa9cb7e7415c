import * as tf from '@tensorflow/tfjs';
import { Examples } from '../data';
import { expectTargets } from '../expect/expect-targets';
import { crossEntropy } from '../losses';
import { dispose } from '../nn';
import { AdamW } from '../optim';
import type { Rng } from '../rng';
import { train } from '../train';
import { LogisticRegression } from './logistic-regression';

/** Vectors of a model that stays as it is, and what should be read out of them. */
export interface ProbeExamples {
  /** `[examples, channels]`; stays the caller's to dispose */
  readonly vectors: tf.Tensor2D;
  /** A class number 0, 1, … for each. */
  readonly labels: readonly number[];
}

/** How {@link linearProbe} learns. */
export interface ProbeOptions {
  readonly classes: number;
  /** Passes over the examples; each is one step per 250. */
  readonly epochs: number;
  readonly rng: Rng;
}

/**
 * What a linear map can read out of vectors: logistic regression learns on some and names the classes of others. The
 * model that made the vectors learns nothing by it.
 *
 * Alain and Bengio, "Understanding intermediate layers using linear classifier probes", 2017.
 *
 * @returns the class of each test vector, as the probe has it
 * @example const answers = await linearProbe({ vectors, labels }, others, { classes: 12, epochs: 100, rng });
 */
export async function linearProbe(
  { vectors, labels }: ProbeExamples,
  test: tf.Tensor2D,
  { classes, epochs, rng }: ProbeOptions,
): Promise<Int32Array> {
  const inputs = vectors.arraySync();
  expectTargets('linearProbe', 'vectors', inputs, labels);
  const probe = new LogisticRegression({ inputs: vectors.shape[1], classes });
  const optimizer = new AdamW(probe, { learningRate: 0.03, weightDecay: 0.01 });
  const options = { batchSize: 250, epochs, rng, loss: crossEntropy };
  try {
    for await (const step of train(probe, optimizer, new Examples(inputs, labels), options)) void step;
    return tf.tidy(() => probe.forward(test).argMax(-1).dataSync<'int32'>());
  } finally {
    dispose([probe, optimizer]);
  }
}
