import * as tf from '@tensorflow/tfjs';
import { Rng } from 'lineage';
import { finiteDifferences, ScalarMlp, squaredError, tensorGradients } from 'lineage/autograd';

const inputs = [
  [0.5, -1],
  [2, 0.25],
  [-0.75, 1.5],
];
const targets = [1, 0, -0.5];

test.each(['sigmoid', 'tanh', 'relu', 'identity'] as const)(
  'agrees with finite differences, hidden %s',
  (hidden) => {
    const model = new ScalarMlp({ layers: [2, 4, 3, 1], hidden, output: 'identity' }, new Rng(3));
    const before = tf.memory().numTensors;
    const slopes = tensorGradients(model, inputs, targets);
    expect(tf.memory().numTensors).toBe(before);
    const loss = () =>
      squaredError(
        inputs.map((x) => model.forward(x)[0]),
        targets,
      );
    const expected = finiteDifferences(loss, model.parameters);
    expect(slopes).toHaveLength(model.parameters.length);
    slopes.forEach((slope, index) => {
      expect(Math.abs(slope - expected[index])).toBeLessThan(1e-4 * (1 + Math.abs(expected[index])));
    });
  },
);

test('as many targets as rows', () => {
  const model = new ScalarMlp({ layers: [2, 1], hidden: 'relu', output: 'sigmoid' }, new Rng(0));
  expect(() => tensorGradients(model, inputs, [1])).toThrow('got 3 rows and 1 targets');
});
