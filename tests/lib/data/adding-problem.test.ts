import * as tf from '@tensorflow/tfjs';
import { AddingProblem, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

test('one mark in each half, and the answer is the sum of the two numbers', () => {
  const data = new AddingProblem({ time: 9, size: 200 }, new Rng(1));
  tf.tidy(() => {
    const { x, y } = data.take(Array.from({ length: 200 }, (_, index) => index));
    expect(x.shape).toEqual([200, 9, 2]);
    const rows = x.arraySync() as number[][][];
    const sums = y.arraySync() as number[][];
    for (const [index, row] of rows.entries()) {
      const marked = [...row.keys()].filter((t) => row[t][1] === 1);
      expect(marked).toHaveLength(2);
      expect(marked[0]).toBeLessThan(4);
      expect(marked[1]).toBeGreaterThanOrEqual(4);
      expect(sums[index][0]).toBeCloseTo(row[marked[0]][0] + row[marked[1]][0], 6);
    }
    // Always 1: 1/6
    expect(y.sub(1).square().mean().dataSync()[0]).toBeCloseTo(1 / 6, 1);
  });
});

test('the same seed makes the same sequences, another one others', () => {
  const first = (seed: number) =>
    tf.tidy(() => [...new AddingProblem({ time: 4, size: 3 }, new Rng(seed)).take([2]).x.dataSync()]);
  expect(first(1)).toEqual(first(1));
  expect(first(1)).not.toEqual(first(2));
});

test('refuses what makes no sense', () => {
  const make = (time: number, size: number) => () => new AddingProblem({ time, size }, new Rng(0));
  expect(make(1, 5)).toThrow('AddingProblem: expected a whole number of steps of at least 2, got 1');
  expect(make(5, 0)).toThrow('AddingProblem: expected a whole number of sequences of at least 1, got 0');
  expect(() => make(5, 3)().take([])).toThrow('expected at least one index, got none');
  expect(() => make(5, 3)().take([3])).toThrow('index 3 is outside the 3 sequences (0–2)');
});

test('leaks nothing', () => {
  const data = new AddingProblem({ time: 5, size: 3 }, new Rng(0));
  expectNoLeak(() => tf.dispose(Object.values(data.take([0, 1]))));
});
