import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { huber, mae, mean, median, mse } from 'lineage';

const value = fc.integer({ min: -1000, max: 1000 }).map((thousandths) => thousandths / 100);
const sample = fc.array(value, { minLength: 1, maxLength: 12 });

type Loss = (predictions: tf.Tensor, targets: tf.Tensor) => tf.Scalar;
const cost = (loss: Loss, values: readonly number[], answer: number) =>
  tf.tidy(() => loss(tf.fill([values.length], answer), tf.tensor1d([...values])).dataSync()[0]);

test('no constant answer costs less by mse than the mean', () => {
  fc.assert(
    fc.property(sample, value, (values, other) => {
      const best = cost(mse, values, mean(values));
      expect(best).toBeLessThanOrEqual(cost(mse, values, other) * (1 + 1e-5) + 1e-4);
    }),
  );
});

test('no constant answer costs less by mae than the median', () => {
  fc.assert(
    fc.property(sample, value, (values, other) => {
      const best = cost(mae, values, median(values));
      expect(best).toBeLessThanOrEqual(cost(mae, values, other) * (1 + 1e-5) + 1e-5);
    }),
  );
});

test('mse off the mean costs the variance and the square of the distance', () => {
  fc.assert(
    fc.property(sample, value, (values, answer) => {
      const average = mean(values);
      const expected = cost(mse, values, average) + (answer - average) ** 2;
      expect(Math.abs(cost(mse, values, answer) - expected)).toBeLessThanOrEqual(1e-5 * expected + 1e-3);
    }),
  );
});

test('huber is half of mse for a large delta, and delta times mae for a small one', () => {
  fc.assert(
    fc.property(sample, value, (values, answer) => {
      const [half, absolute] = [cost(mse, values, answer) / 2, cost(mae, values, answer)];
      const [wide, narrow] = [1e3, 1e-3];
      const parabola = cost((p, y) => huber(p, y, { delta: wide }), values, answer);
      expect(Math.abs(parabola - half)).toBeLessThanOrEqual(1e-5 * half + 1e-6);
      // each error above δ lacks ½ δ² at most
      const line = cost((p, y) => huber(p, y, { delta: narrow }), values, answer) / narrow;
      expect(Math.abs(line - absolute)).toBeLessThanOrEqual(1e-5 * absolute + narrow / 2 + 1e-6);
    }),
  );
});

test('huber is never above half of mse nor above delta times mae', () => {
  fc.assert(
    fc.property(sample, value, fc.constantFrom(0.1, 1, 5), (values, answer, delta) => {
      const between = cost((p, y) => huber(p, y, { delta }), values, answer);
      expect(between).toBeLessThanOrEqual((cost(mse, values, answer) / 2) * (1 + 1e-5) + 1e-5);
      expect(between).toBeLessThanOrEqual(delta * cost(mae, values, answer) * (1 + 1e-5) + 1e-5);
    }),
  );
});

test('of one value, and of equal ones, the value itself costs nothing', () => {
  for (const values of [[3.5], [3.5, 3.5, 3.5]])
    for (const loss of [mse, mae, huber]) expect(cost(loss, values, 3.5)).toBe(0);
});
