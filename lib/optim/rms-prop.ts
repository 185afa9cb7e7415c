import * as tf from '@tensorflow/tfjs';
import { stepNumber } from '../compile';
import { expectBetween } from '../expect/expect-between';
import type { Optimizer, OptimizerOptions } from './optimizer';
import { rateAt } from './rate-at';
import { slots } from './slots';
import { trainable } from './trainable';
import { update } from './update';

/** The constants of {@link RmsProp}; the defaults are PyTorch’s. */
export interface RmsPropOptions extends OptimizerOptions {
  /** Memory of the mean squared gradient: about 1/(1 − decay) steps. */
  readonly decay?: number;
  /** Added outside the root, so that a gradient of 0 makes no step. */
  readonly epsilon?: number;
  /** The share of the last step's velocity that goes on, 0 … 1. */
  readonly momentum?: number;
}

/**
 * A step size of its own for every parameter: the gradient over the root of its mean square so far.
 *
 * Tieleman and Hinton, "Neural networks for machine learning", lecture 6e, 2012.
 *
 * @example new RmsProp(model, { learningRate: 1e-3 })
 */
export class RmsProp implements Optimizer {
  readonly parameters: Readonly<Record<string, tf.Variable>>;
  readonly state: Readonly<Record<string, tf.Variable>>;
  steps = 0;
  readonly #options: Required<RmsPropOptions>;

  constructor(model: unknown, { learningRate, decay = 0.99, epsilon = 1e-8, momentum = 0 }: RmsPropOptions) {
    expectBetween('RmsProp', 'decay', decay, 0, 1);
    expectBetween('RmsProp', 'epsilon', epsilon, 0);
    expectBetween('RmsProp', 'momentum', momentum, 0, 1);
    rateAt('RmsProp', learningRate, 0);
    this.#options = { learningRate, decay, epsilon, momentum };
    this.parameters = trainable('RmsProp', model);
    this.state = slots(this.parameters, 'v', ...(momentum > 0 ? ['velocity'] : []));
  }

  get learningRate(): number {
    return rateAt('RmsProp', this.#options.learningRate, this.steps);
  }

  step(gradients: Readonly<Record<string, tf.Tensor>>): void {
    tf.tidy(() => {
      const { momentum, decay, epsilon } = this.#options;
      const alpha = stepNumber(() => this.learningRate);
      const [mu, rho, rest, e] = [momentum, decay, 1 - decay, epsilon].map((value) => tf.scalar(value));
      update('RmsProp', this, gradients, (p, g, path) => {
        const v = this.state[`${path}.v`];
        // v = ρ v + (1 − ρ) g²
        v.assign(v.mul(rho).add(g.square().mul(rest)));
        // u = g / (√v + ε)
        const u = g.div(v.sqrt().add(e));
        if (momentum === 0) return p.sub(u.mul(alpha));
        const velocity = this.state[`${path}.velocity`];
        // w = μ w + u, p − α w
        velocity.assign(velocity.mul(mu).add(u));
        return p.sub(velocity.mul(alpha));
      });
    });
  }

  dispose(): void {
    for (const slot of Object.values(this.state)) slot.dispose();
  }
}
