import * as tf from '@tensorflow/tfjs';
import { stepNumber } from '../compile';
import { expectBetween } from '../expect/expect-between';
import type { Optimizer, OptimizerOptions } from './optimizer';
import { rateAt } from './rate-at';
import { slots } from './slots';
import { trainable } from './trainable';
import { update } from './update';

/** The constants of {@link Sgd}; plain gradient descent if not said. */
export interface SgdOptions extends OptimizerOptions {
  /** The share of the last step's velocity that goes on, 0 … 1: at 0.9 a steady gradient moves ten times as far. */
  readonly momentum?: number;
  /** Steps from where the momentum is about to lead. */
  readonly nesterov?: boolean;
  /** λ of the penalty ½ λ |p|² whose gradient is added to the loss's. */
  readonly weightDecay?: number;
}

/**
 * Gradient descent, with momentum if wanted: p − α g, or p − α v for a velocity v that gathers gradients.
 *
 * Polyak, "Some methods of speeding up the convergence of iteration methods", 1964; for Nesterov's variant as written
 * here, Sutskever et al., "On the importance of initialization and momentum in deep learning", 2013, section 2.
 *
 * @example new Sgd(model, { learningRate: 0.1, momentum: 0.9 })
 */
export class Sgd implements Optimizer {
  readonly parameters: Readonly<Record<string, tf.Variable>>;
  readonly state: Readonly<Record<string, tf.Variable>>;
  steps = 0;
  readonly #options: Required<SgdOptions>;

  constructor(model: unknown, { learningRate, momentum = 0, nesterov = false, weightDecay = 0 }: SgdOptions) {
    expectBetween('Sgd', 'momentum', momentum, 0, 1);
    expectBetween('Sgd', 'weightDecay', weightDecay, 0);
    if (nesterov && momentum === 0) throw new Error('Sgd: expected momentum above 0 with nesterov, got 0');
    rateAt('Sgd', learningRate, 0);
    this.#options = { learningRate, momentum, nesterov, weightDecay };
    this.parameters = trainable('Sgd', model);
    this.state = momentum > 0 ? slots(this.parameters, 'velocity') : {};
  }

  get learningRate(): number {
    return rateAt('Sgd', this.#options.learningRate, this.steps);
  }

  step(gradients: Readonly<Record<string, tf.Tensor>>): void {
    tf.tidy(() => {
      const { momentum, nesterov, weightDecay } = this.#options;
      const alpha = stepNumber(() => this.learningRate);
      const [mu, lambda] = [momentum, weightDecay].map((value) => tf.scalar(value));
      update('Sgd', this, gradients, (p, gradient, path) => {
        // g = ∂L/∂p + λ p
        const g = weightDecay > 0 ? gradient.add(p.mul(lambda)) : gradient;
        if (momentum === 0) return p.sub(g.mul(alpha));
        const velocity = this.state[`${path}.velocity`];
        // v = μ v + g
        velocity.assign(velocity.mul(mu).add(g));
        // p − α v, or with Nesterov p − α (g + μ v)
        return p.sub((nesterov ? velocity.mul(mu).add(g) : velocity).mul(alpha));
      });
    });
  }

  dispose(): void {
    for (const slot of Object.values(this.state)) slot.dispose();
  }
}
