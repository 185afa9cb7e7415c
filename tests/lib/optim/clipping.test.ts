import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { clipByGlobalNorm, clipByValue } from 'lineage';
import { expectNoLeak } from '../../leaks';

const values = fc.array(fc.float({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 8 });

test('clipByGlobalNorm: never longer than asked, never turned, untouched when short enough', () => {
  fc.assert(
    fc.property(values, values, fc.double({ min: 0.01, max: 100, noNaN: true }), (a, b, max) =>
      tf.tidy(() => {
        const { gradients, norm } = clipByGlobalNorm({ a: tf.tensor1d(a), b: tf.tensor1d(b) }, max);
        const before = [...a, ...b].map(Math.fround);
        const after = [...gradients.a.dataSync(), ...gradients.b.dataSync()];
        const length = Math.hypot(...before);
        expect(Math.abs(norm.dataSync()[0] - length)).toBeLessThanOrEqual(1e-4 * (1 + length));
        expect(Math.hypot(...after)).toBeLessThanOrEqual(max * (1 + 1e-5));
        const factor = Math.min(1, max / (length + 1e-6));
        after.forEach((value, index) => {
          expect(Math.abs(value - factor * before[index])).toBeLessThanOrEqual(1e-5 + 1e-4 * Math.abs(value));
        });
      }),
    ),
    { numRuns: 50 },
  );
});

test('clipByGlobalNorm with Infinity only measures, and gradients of 0 stay 0', () => {
  tf.tidy(() => {
    const long = clipByGlobalNorm({ a: tf.tensor1d([3e4, -4e4]) }, Infinity);
    expect([...long.norm.dataSync(), ...long.gradients.a.dataSync()]).toEqual([5e4, 3e4, -4e4]);
    const still = clipByGlobalNorm({ a: tf.zeros([2]) }, 1);
    expect([...still.norm.dataSync(), ...still.gradients.a.dataSync()]).toEqual([0, 0, 0]);
  });
});

test('clipByValue brings every number into the range', () => {
  tf.tidy(() => {
    const { a } = clipByValue({ a: tf.tensor1d([-3, -0.5, 0, 0.5, 3]) }, 1);
    expect(Array.from(a.dataSync())).toEqual([-1, -0.5, 0, 0.5, 1]);
  });
});

test('both refuse a limit that is not above 0, and no gradients at all', () => {
  expect(() => clipByGlobalNorm({}, 1)).toThrow('clipByGlobalNorm: expected at least one gradient, got none');
  for (const limit of [0, -1, Number.NaN]) {
    expect(() => clipByGlobalNorm({}, limit)).toThrow(
      `clipByGlobalNorm: expected a greatest length above 0, got ${limit}`,
    );
    expect(() => clipByValue({}, limit)).toThrow(`clipByValue: expected a limit above 0, got ${limit}`);
  }
});

test('both leak nothing', () => {
  const a = tf.ones([3]);
  expectNoLeak(() => {
    for (const max of [0.1, Infinity]) {
      const { gradients, norm } = clipByGlobalNorm({ a }, max);
      tf.dispose([gradients, norm]);
    }
    tf.dispose(clipByValue({ a }, 0.5));
  });
  a.dispose();
});
