import * as tf from '@tensorflow/tfjs';
import { sigmoidGradient } from '../../../../lib/nn/recurrent/sigmoid-gradient';
import { tanhGradient } from '../../../../lib/nn/recurrent/tanh-gradient';

const x = [-3, -0.7, 0, 0.2, 1.5, 4];
const dy = [1, -2, 0.5, 3, -0.1, 2];

test.each([
  ['sigmoidGradient()', sigmoidGradient, (v: number) => 1 / (1 + Math.exp(-v)), (y: number) => y * (1 - y)],
  ['tanhGradient()', tanhGradient, Math.tanh, (y: number) => 1 - y * y],
])(
  '%s is the derivative times what flows back, on every tier, and leaves one tensor',
  (_, gradient, f, derivative) => {
    const [y, back] = [tf.tensor2d(x.map(f), [2, 3]), tf.tensor2d(dy, [2, 3])];
    const { numTensors } = tf.memory();
    const dx = gradient(y, back);
    expect(dx.shape).toEqual([2, 3]);
    const expected = x.map((v, place) => dy[place] * derivative(f(v)));
    for (const [place, value] of dx.dataSync().entries()) expect(value).toBeCloseTo(expected[place], 5);
    dx.dispose();
    expect(tf.memory().numTensors).toBe(numTensors);
    tf.dispose([y, back]);
  },
);
