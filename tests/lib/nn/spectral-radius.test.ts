import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { normal, orthogonal, Rng, scaleToRadius, spectralRadius } from 'lineage';
import { expectNoLeak } from '../../leaks';

const radius = (rows: number[][]) => tf.tidy(() => spectralRadius(tf.tensor2d(rows)));

test.each<[string, number[][], number]>([
  [
    'of a diagonal it is the largest size',
    [
      [0.5, 0],
      [0, -2],
    ],
    2,
  ],
  // λ = a ± bi
  [
    'of a complex pair it is the length',
    [
      [3, -4],
      [4, 3],
    ],
    5,
  ],
  [
    'of a shear it is 1, though it stretches',
    [
      [1, 100],
      [0, 1],
    ],
    1,
  ],
  ['of one number it is its size', [[-7]], 7],
  [
    'of what ends in zeros it is 0',
    [
      [0, 5, 1],
      [0, 0, 3],
      [0, 0, 0],
    ],
    0,
  ],
  [
    'of the golden matrix it is the golden ratio',
    [
      [1, 1],
      [1, 0],
    ],
    (1 + Math.sqrt(5)) / 2,
  ],
])('%s', (_, rows, expected) => {
  expect(radius(rows)).toBeCloseTo(expected, 6);
});

test('an orthogonal matrix has 1, however large', () => {
  tf.tidy(() => expect(spectralRadius(orthogonal(24, 24, new Rng(1)))).toBeCloseTo(1, 5));
});

test('a scaled matrix has the radius asked for, and points as before', () => {
  const cases = fc.record({
    seed: fc.nat(1000),
    n: fc.integer({ min: 1, max: 12 }),
    rho: fc.double({ min: 0.05, max: 3, noNaN: true }),
  });
  fc.assert(
    fc.property(cases, ({ seed, n, rho }) => {
      tf.tidy(() => {
        const matrix = normal<tf.Rank.R2>([n, n], 1, new Rng(seed));
        const scaled = scaleToRadius(matrix, rho);
        expect(Math.abs(spectralRadius(scaled) / rho - 1)).toBeLessThan(1e-5);
        const factors = scaled.div(matrix).dataSync();
        expect(Math.max(...factors) / Math.min(...factors)).toBeCloseTo(1, 4);
      });
    }),
    { numRuns: 30 },
  );
});

test('is the size that powers of the matrix grow by', () => {
  tf.tidy(() => {
    const matrix = scaleToRadius(normal<tf.Rank.R2>([8, 8], 1, new Rng(3)), 1.1);
    let vector = normal<tf.Rank.R2>([8, 1], 1, new Rng(4));
    const length = () => vector.norm().dataSync()[0];
    for (let step = 0; step < 100; step++) vector = tf.matMul<tf.Tensor2D>(matrix, vector);
    const before = length();
    for (let step = 0; step < 100; step++) vector = tf.matMul<tf.Tensor2D>(matrix, vector);
    expect((length() / before) ** (1 / 100)).toBeCloseTo(1.1, 1);
  });
});

test('refuses what has no radius, or can’t be given one', () => {
  const square = tf.tensor2d([
    [0, 1],
    [0, 0],
  ]);
  const oblong = tf.zeros<tf.Rank.R2>([2, 3]);
  const broken = tf.tensor2d([[Number.NaN]]);
  expect(() => spectralRadius(oblong)).toThrow('spectralRadius: expected a square matrix, got [2, 3]');
  expect(() => spectralRadius(broken)).toThrow(
    'spectralRadius: expected finite numbers, got NaN or infinity',
  );
  expect(() => scaleToRadius(square, 0)).toThrow('scaleToRadius: expected a spectral radius above 0, got 0');
  expect(() => scaleToRadius(square, -1)).toThrow('above 0, got -1');
  expect(() => scaleToRadius(square, 1)).toThrow('got one of spectral radius 0');
  tf.dispose([square, oblong, broken]);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const matrix = normal<tf.Rank.R2>([4, 4], 1, new Rng(0));
    tf.dispose([scaleToRadius(matrix, 0.9), matrix]);
  });
});
