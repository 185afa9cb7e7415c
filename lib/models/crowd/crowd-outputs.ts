import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../../expect/expect-shape';
import type { CrowdConfig } from './crowd-config';
import { crowdSize } from './crowd-size';

/**
 * What every network of a crowd answers: many small MLPs of the same shape, computed side by side.
 *
 * @param rows one network per row, `[networks, numbers]`: layer by layer its weights `[in, out]`, then its biases
 * @param x `[batch, layers[0]]`, the same for all networks
 * @returns `[networks, batch, layers.at(-1)]`; through `threshold` no gradient comes back
 * @example crowdOutputs(rows, x, { layers: [2, 2, 1], activation: 'sigmoid' })
 */
export function crowdOutputs(
  rows: tf.Tensor,
  x: tf.Tensor,
  { layers, activation }: CrowdConfig,
): tf.Tensor3D {
  const who = `crowdOutputs(${layers.join('-')})`;
  const numbers = crowdSize(layers);
  if (rows.rank !== 2 || rows.shape[1] !== numbers || rows.size === 0)
    throw new Error(`${who}: expected rows [networks, ${numbers}], got [${rows.shape.join(', ')}]`);
  expectShape(who, x, 'batch', layers[0]);
  return tf.tidy(() => {
    const networks = rows.shape[0];
    let from = 0;
    const take = (...shape: [number, number]): tf.Tensor3D => {
      const part = rows.slice([0, from], [networks, shape[0] * shape[1]]);
      from += shape[0] * shape[1];
      return part.reshape([networks, ...shape]);
    };
    let h: tf.Tensor3D = x.expandDims<tf.Tensor3D>(0).tile([networks, 1, 1]);
    for (let layer = 1; layer < layers.length; layer++) {
      const weight = take(layers[layer - 1], layers[layer]);
      // z = h W + b                                               [networks, batch, out]
      const z: tf.Tensor3D = h.matMul(weight).add(take(1, layers[layer]));
      h = activation === 'sigmoid' ? z.sigmoid() : z.greater<tf.Tensor3D>(0).toFloat();
    }
    return h;
  });
}
