import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';

/**
 * One token's vector out of each row.
 *
 * @param vectors `[batch, time, channels]`, as `Gpt.represent` and `Bert.represent` give them
 * @param places which token of each row, 0 … time − 1
 * @returns a new tensor `[batch, channels]`
 * @throws Error on another number of places than rows, or a place that no row has
 * @example vectorsAt(bert.represent(ids), [3, 5])
 */
export function vectorsAt(vectors: tf.Tensor3D, places: ArrayLike<number>): tf.Tensor2D {
  expectShape('vectorsAt', vectors, 'batch', 'time', 'channels');
  const [B, T, C] = vectors.shape;
  if (places.length !== B)
    throw new Error(`vectorsAt: expected one place for each of ${B} rows, got ${places.length}`);
  const outside = Array.from(places).find((place) => !(Number.isInteger(place) && place >= 0 && place < T));
  if (outside !== undefined)
    throw new Error(`vectorsAt: expected places 0–${T - 1} in rows of ${T} tokens, got ${outside}`);
  return tf.tidy(() => {
    const rows = Array.from(places, (place, row) => row * T + place);
    return tf.gather(vectors.reshape<tf.Tensor2D>([B * T, C]), tf.tensor1d(rows, 'int32'));
  });
}
