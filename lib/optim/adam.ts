import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { adamStep } from './adam-step';
import type { Optimizer, OptimizerOptions } from './optimizer';
import { rateAt } from './rate-at';
import { slots } from './slots';
import { trainable } from './trainable';
import { update } from './update';

/** The constants of {@link Adam}; the defaults are the paper’s. */
export interface AdamOptions extends OptimizerOptions {
  /** Memory of the mean gradient: about 1/(1 − beta1) steps. */
  readonly beta1?: number;
  /** Memory of the mean squared gradient: about 1/(1 − beta2) steps. */
  readonly beta2?: number;
  /** Added outside the root, so that a gradient of 0 makes no step. */
  readonly epsilon?: number;
  /** λ of the penalty ½ λ |p|² whose gradient is added to the loss's. */
  readonly weightDecay?: number;
}

/**
 * Momentum and a step size of its own for every parameter: the mean gradient over the root of the mean squared one.
 *
 * Kingma and Ba, "Adam: a method for stochastic optimization", 2015, algorithm 1.
 *
 * @example new Adam(model, { learningRate: 1e-3 })
 */
export class Adam implements Optimizer {
  readonly parameters: Readonly<Record<string, tf.Variable>>;
  readonly state: Readonly<Record<string, tf.Variable>>;
  steps = 0;
  readonly #options: Required<AdamOptions>;

  constructor(
    model: unknown,
    { learningRate, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = 0 }: AdamOptions,
  ) {
    expectBetween('Adam', 'beta1', beta1, 0, 1);
    expectBetween('Adam', 'beta2', beta2, 0, 1);
    expectBetween('Adam', 'epsilon', epsilon, 0);
    expectBetween('Adam', 'weightDecay', weightDecay, 0);
    rateAt('Adam', learningRate, 0);
    this.#options = { learningRate, beta1, beta2, epsilon, weightDecay };
    this.parameters = trainable('Adam', model);
    this.state = slots(this.parameters, 'm', 'v');
  }

  get learningRate(): number {
    return rateAt('Adam', this.#options.learningRate, this.steps);
  }

  step(gradients: Readonly<Record<string, tf.Tensor>>): void {
    tf.tidy(() => {
      const { weightDecay } = this.#options;
      const change = adamStep(this, this.#options);
      const lambda = tf.scalar(weightDecay);
      update('Adam', this, gradients, (p, gradient, path) => {
        // g = ∂L/∂p + λ p
        const g = weightDecay > 0 ? gradient.add(p.mul(lambda)) : gradient;
        return p.sub(change(g, path));
      });
    });
  }

  dispose(): void {
    for (const slot of Object.values(this.state)) slot.dispose();
  }
}
