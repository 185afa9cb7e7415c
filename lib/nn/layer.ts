import type * as tf from '@tensorflow/tfjs';
import type { Rng } from '../rng';

/** A layer maps tensors to tensors; its public readonly fields are its parameter tree. */
export interface Layer<X extends tf.Tensor = tf.Tensor, Y extends tf.Tensor = X> {
  /** @param dropout given only while training: where the layer's dropout draws from */
  forward(x: X, dropout?: Rng): Y;
}
