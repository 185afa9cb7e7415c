import * as tf from '@tensorflow/tfjs';
import { sinusoidalPositions } from 'lineage';

test('a step on is the same rotation everywhere', () => {
  tf.tidy(() => {
    const table = sinusoidalPositions(40, 16).arraySync();
    const dot = (a: number[], b: number[]) => a.reduce((sum, value, index) => sum + value * b[index], 0);
    // The dot product of two positions depends on how far they are apart alone.
    for (const apart of [0, 1, 7])
      for (const t of [0, 5, 30])
        expect(dot(table[t], table[t + apart])).toBeCloseTo(dot(table[0], table[apart]), 4);
    expect(dot(table[3], table[3])).toBeCloseTo(8, 4);
  });
});

test('refuses an odd number of channels and no tokens', () => {
  expect(() => sinusoidalPositions(4, 3)).toThrow(
    'sinusoidalPositions: expected an even number of channels, got 3',
  );
  expect(() => sinusoidalPositions(0, 4)).toThrow(
    'sinusoidalPositions: expected a whole number of tokens of at least 1, got 0',
  );
});
