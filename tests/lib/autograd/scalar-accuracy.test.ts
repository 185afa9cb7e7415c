import { Rng } from 'lineage';
import { ScalarMlp, scalarAccuracy } from 'lineage/autograd';

const model = new ScalarMlp({ layers: [1, 1], hidden: 'relu', output: 'identity' }, new Rng(0));
model.layers[0][0].weights[0].data = 1;
model.layers[0][0].bias.data = 0;
const inputs = [[-1], [0], [0.4], [2]];

test('counts by hand, at both thresholds; a score on the threshold is class 0', () => {
  expect(scalarAccuracy(model, { inputs, targets: [0, 0, 1, 1] })).toBe(1);
  expect(scalarAccuracy(model, { inputs, targets: [0, 0, 1, 1] }, 0.5)).toBe(0.75);
  expect(scalarAccuracy(model, { inputs, targets: [1, 1, 0, 0] })).toBe(0);
});

test('as many targets as examples', () => {
  expect(() => scalarAccuracy(model, { inputs, targets: [0] })).toThrow('scalarAccuracy: expected as many');
});
