import * as tf from '@tensorflow/tfjs';
import { AdamW, dispose, Linear, Rng } from 'lineage';

test.each([
  ['all', 0.9],
  ['matrices', 1],
] as const)('AdamW with decayed: %s shrinks weights, and a bias to %d of itself', (decayed, left) => {
  const layer = new Linear(2, 3, new Rng(0));
  layer.bias!.assign(tf.tensor1d([1, 2, 3]));
  const before = layer.weight.dataSync();
  const optimizer = new AdamW(layer, { learningRate: 1, weightDecay: 0.1, decayed });
  tf.tidy(() => optimizer.step({ weight: tf.zeros([2, 3]), bias: tf.zeros([3]) }));
  layer.weight.dataSync().forEach((value, index) => {
    expect(value).toBeCloseTo(0.9 * before[index], 6);
  });
  layer.bias!.dataSync().forEach((value, index) => {
    expect(value).toBeCloseTo(left * (index + 1), 6);
  });
  optimizer.dispose();
  dispose(layer);
});
