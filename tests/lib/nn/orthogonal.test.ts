import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { normal, orthogonal, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

/** The largest distance of a tensor's numbers from those of the unit matrix. */
function offUnit(product: tf.Tensor2D): number {
  return product.sub(tf.eye(product.shape[0])).abs().max().dataSync()[0];
}

test('its columns are at right angles and of length 1, or its rows where they are fewer', () => {
  const size = fc.integer({ min: 1, max: 40 });
  fc.assert(
    fc.property(size, size, fc.integer(), (inSize, outSize, seed) => {
      tf.tidy(() => {
        const W = orthogonal(inSize, outSize, new Rng(seed));
        expect(W.shape).toEqual([inSize, outSize]);
        const product = outSize > inSize ? W.matMul(W, false, true) : W.matMul(W, true, false);
        expect(offUnit(product as tf.Tensor2D)).toBeLessThan(1e-6);
      });
    }),
    { numRuns: 50 },
  );
});

test('fifty of them in a row leave every length as it is', () => {
  tf.tidy(() => {
    const rng = new Rng(3);
    const x = normal<tf.Rank.R2>([4, 16], 1, new Rng(1));
    let turned: tf.Tensor = x;
    for (let layer = 0; layer < 50; layer++) turned = turned.matMul(orthogonal(16, 16, rng));
    const [before, after] = [x, turned].map((rows) => rows.norm('euclidean', 1).dataSync<'float32'>());
    before.forEach((length, row) => {
      expect(after[row]).toBeCloseTo(length, 4);
    });
    expect(Array.from(turned.dataSync())).not.toEqual(Array.from(x.dataSync()));
  });
});

test('the same seed draws the same, another seed another; no direction is preferred', () => {
  tf.tidy(() => {
    const draw = (seed: number) => Array.from(orthogonal(5, 5, new Rng(seed)).dataSync());
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
    const corners = Array.from({ length: 2000 }, (_, seed) => draw(seed)[0]);
    const mean = corners.reduce((sum, value) => sum + value, 0) / corners.length;
    // Variance 1/5: four standard errors of the mean.
    expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / 5 / corners.length));
  });
});

test('refuses a matrix without rows or columns, and leaks nothing', () => {
  expect(() => orthogonal(0, 2, new Rng(0))).toThrow(
    'orthogonal: expected a whole number of inputs of at least 1, got 0',
  );
  expect(() => orthogonal(2, 1.5, new Rng(0))).toThrow(
    'orthogonal: expected a whole number of outputs of at least 1, got 1.5',
  );
  expectNoLeak(() => orthogonal(6, 3, new Rng(0)).dispose());
});
