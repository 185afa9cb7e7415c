import * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';
import type { Layer } from './layer';

/**
 * A layer that only adds to what passes through: the sum keeps a straight way for the signal, and for the gradient back.
 *
 * He, Zhang, Ren and Sun, "Deep residual learning for image recognition", 2016, eq. 1; with a norm inside of the
 * branch and nothing on the way around it, as in their "Identity mappings in deep residual networks", 2016, eq. 3.
 *
 * @example new ResidualBlock(new DenseBlock(32, 32, rng)).forward(x) // [batch, 32] → the same
 */
export class ResidualBlock implements Layer {
  /** @param branch gives an output of its input's shape */
  constructor(readonly branch: Layer) {}

  /**
   * @param x any shape that `branch` takes
   * @param dropout given only while training: where the branch's dropout draws from
   * @returns the same shape
   */
  forward<T extends tf.Tensor>(x: T, dropout?: Rng): T {
    return tf.tidy(() => {
      const change = this.branch.forward(x, dropout);
      expectKept(this.branch, x, change);
      // y = x + F(x)
      return x.add<T>(change);
    });
  }
}

/** Refuses a branch whose output can't be added, or only by stretching it. */
function expectKept(branch: Layer, x: tf.Tensor, change: tf.Tensor): void {
  if (tf.util.arraysEqual(x.shape, change.shape)) return;
  const [expected, got] = [x, change].map(({ shape }) => `[${shape.join(', ')}]`);
  throw new Error(
    `ResidualBlock: expected a branch that keeps the shape ${expected}, got ${got} from ` +
      `${branch.constructor.name}. Make its output as wide as its input.`,
  );
}
