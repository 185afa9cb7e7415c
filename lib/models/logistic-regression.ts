import type * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import { type Layer, Linear } from '../nn';
import { Rng } from '../rng';

/** The sizes of a {@link LogisticRegression}. */
export interface LogisticRegressionConfig {
  /** Numbers per example. */
  readonly inputs: number;
  readonly classes: number;
}

/**
 * Multinomial logistic regression: one weight for every number and class, no hidden layer; P = softmax(X W + b).
 *
 * It starts at zero, every class equally likely, and draws nothing. With cross-entropy the loss has no valley but one,
 * and its slope is Xᵀ(P − Y)/n. The optimiser's `weightDecay` keeps the weights small.
 *
 * Cox, "The regression analysis of binary sequences", 1958; several classes: Theil, "A multinomial extension of the
 * linear logit model", 1969.
 *
 * @example new LogisticRegression({ inputs: 87, classes: 10 }).forward(x) // [batch, 87] → [batch, 10]
 */
export class LogisticRegression implements Layer {
  readonly linear: Linear;

  constructor({ inputs, classes }: LogisticRegressionConfig) {
    expectSize('LogisticRegression', 'inputs', inputs);
    expectSize('LogisticRegression', 'classes', classes, 2);
    this.linear = new Linear(inputs, classes, new Rng(0), { init: 'zeros' });
  }

  /**
   * @param x `[..., inputs]`
   * @returns logits `[..., classes]`
   */
  forward(x: tf.Tensor): tf.Tensor {
    // Z = X W + b
    return this.linear.forward(x);
  }
}
