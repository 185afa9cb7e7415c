import * as tf from '@tensorflow/tfjs';
import { stepNumber } from '../compile';
import { expectBetween } from '../expect/expect-between';
import type { Optimizer, OptimizerOptions } from './optimizer';
import { rateAt } from './rate-at';
import { slots } from './slots';
import { trainable } from './trainable';
import { update } from './update';

/** The constants of {@link Adagrad}; the defaults are PyTorch’s. */
export interface AdagradOptions extends OptimizerOptions {
  /** Added outside the root, so that a gradient of 0 makes no step. */
  readonly epsilon?: number;
}

/**
 * A step size of its own for every parameter, which only shrinks: the gradient over the root of all its squares.
 *
 * Duchi, Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic optimization", 2011,
 * section 1.1 (the diagonal form).
 *
 * @example new Adagrad(model, { learningRate: 0.1 })
 */
export class Adagrad implements Optimizer {
  readonly parameters: Readonly<Record<string, tf.Variable>>;
  readonly state: Readonly<Record<string, tf.Variable>>;
  steps = 0;
  readonly #options: Required<AdagradOptions>;

  constructor(model: unknown, { learningRate, epsilon = 1e-10 }: AdagradOptions) {
    expectBetween('Adagrad', 'epsilon', epsilon, 0);
    rateAt('Adagrad', learningRate, 0);
    this.#options = { learningRate, epsilon };
    this.parameters = trainable('Adagrad', model);
    this.state = slots(this.parameters, 'sum');
  }

  get learningRate(): number {
    return rateAt('Adagrad', this.#options.learningRate, this.steps);
  }

  step(gradients: Readonly<Record<string, tf.Tensor>>): void {
    tf.tidy(() => {
      const alpha = stepNumber(() => this.learningRate);
      const e = tf.scalar(this.#options.epsilon);
      update('Adagrad', this, gradients, (p, g, path) => {
        const sum = this.state[`${path}.sum`];
        // s = s + g²
        sum.assign(sum.add(g.square()));
        // p − α g / (√s + ε)
        return p.sub(g.mul(alpha).div(sum.sqrt().add(e)));
      });
    });
  }

  dispose(): void {
    for (const slot of Object.values(this.state)) slot.dispose();
  }
}
