import * as tf from '@tensorflow/tfjs';
import { stepNumber } from '../compile';
import { expectBetween } from '../expect/expect-between';
import { adamStep } from './adam-step';
import type { Optimizer, OptimizerOptions } from './optimizer';
import { rateAt } from './rate-at';
import { slots } from './slots';
import { trainable } from './trainable';
import { update } from './update';

/** The constants of {@link AdamW}; the defaults are PyTorch’s. */
export interface AdamWOptions extends OptimizerOptions {
  /** Memory of the mean gradient: about 1/(1 − beta1) steps. */
  readonly beta1?: number;
  /** Memory of the mean squared gradient: about 1/(1 − beta2) steps. */
  readonly beta2?: number;
  /** Added outside the root, so that a gradient of 0 makes no step. */
  readonly epsilon?: number;
  /** The share λ of every decayed parameter that a learning rate of 1 would take away per step. */
  readonly weightDecay?: number;
  /**
   * Which parameters shrink: `all`, the default, or only `matrices`, those of two or more axes such as weights and
   * embeddings, and not biases and the scales of norms (Radford et al., 2018, section 4.1).
   */
  readonly decayed?: 'all' | 'matrices';
}

/**
 * {@link Adam} whose weight decay shrinks the parameters directly, not by way of the gradient and its scaling.
 *
 * Loshchilov and Hutter, "Decoupled weight decay regularization", 2019, algorithm 2.
 *
 * @example new AdamW(model, { learningRate: 1e-3 })
 */
export class AdamW implements Optimizer {
  readonly parameters: Readonly<Record<string, tf.Variable>>;
  readonly state: Readonly<Record<string, tf.Variable>>;
  steps = 0;
  readonly #options: Required<AdamWOptions>;

  constructor(
    model: unknown,
    {
      learningRate,
      beta1 = 0.9,
      beta2 = 0.999,
      epsilon = 1e-8,
      weightDecay = 0.01,
      decayed = 'all',
    }: AdamWOptions,
  ) {
    expectBetween('AdamW', 'beta1', beta1, 0, 1);
    expectBetween('AdamW', 'beta2', beta2, 0, 1);
    expectBetween('AdamW', 'epsilon', epsilon, 0);
    expectBetween('AdamW', 'weightDecay', weightDecay, 0);
    rateAt('AdamW', learningRate, 0);
    this.#options = { learningRate, beta1, beta2, epsilon, weightDecay, decayed };
    this.parameters = trainable('AdamW', model);
    this.state = slots(this.parameters, 'm', 'v');
  }

  get learningRate(): number {
    return rateAt('AdamW', this.#options.learningRate, this.steps);
  }

  step(gradients: Readonly<Record<string, tf.Tensor>>): void {
    tf.tidy(() => {
      const { weightDecay, decayed } = this.#options;
      const shrinks = ({ rank }: tf.Variable) => weightDecay > 0 && (decayed === 'all' || rank >= 2);
      const change = adamStep(this, this.#options);
      const kept = stepNumber(() => 1 - this.learningRate * weightDecay);
      // p = (1 − α λ) p − α m̂ / (√v̂ + ε)
      update('AdamW', this, gradients, (p, g, path) => (shrinks(p) ? p.mul(kept) : p).sub(change(g, path)));
    });
  }

  dispose(): void {
    for (const slot of Object.values(this.state)) slot.dispose();
  }
}
