import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { Windows } from 'lineage';
import { expectNoLeak } from '../../leaks';

test('cuts each sequence into what was seen and what follows, its end too', () => {
  const windows = new Windows([[5, 2], [], [7]], { contextLength: 3, boundary: 0 });
  expect(windows.size).toBe(6);
  const { x, y } = windows.take([0, 1, 2, 3, 4, 5]);
  expect([x.dtype, y.dtype]).toEqual(['int32', 'int32']);
  expect(x.arraySync()).toEqual([
    [0, 0, 0],
    [0, 0, 5],
    [0, 5, 2],
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 7],
  ]);
  expect(y.arraySync()).toEqual([5, 2, 0, 0, 7, 0]);
  tf.dispose([x, y]);
});

test('every token is a target once, after the tokens before it, never those of another sequence', () => {
  const sequences = fc.array(fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 6 }), { minLength: 1 });
  fc.assert(
    fc.property(sequences, fc.integer({ min: 1, max: 5 }), (sequences, contextLength) => {
      const windows = new Windows(sequences, { contextLength, boundary: 0 });
      const expected = sequences.flatMap((sequence) =>
        [...sequence, 0].map((target, place) => {
          const before = [...Array<number>(contextLength).fill(0), ...sequence.slice(0, place)];
          return [...before.slice(-contextLength), target];
        }),
      );
      const { x, y } = windows.take(expected.map((_, index) => index));
      const targets = y.dataSync();
      const got = (x.arraySync() as number[][]).map((row, index) => [...row, targets[index]]);
      tf.dispose([x, y]);
      expect(got).toEqual(expected);
    }),
    { numRuns: 50 },
  );
});

test('take() makes two tensors and nothing else', () => {
  const windows = new Windows([[1, 2, 3]], { contextLength: 2, boundary: 0 });
  expectNoLeak(() => {
    const { x, y } = windows.take([3, 0]);
    tf.dispose([x, y]);
  });
});

test('refuses what makes no sense', () => {
  const make = (sequences: number[][], contextLength: number) =>
    new Windows(sequences, { contextLength, boundary: 0 });
  expect(() => make([], 3)).toThrow('Windows: expected at least one sequence, got none');
  expect(() => make([[1]], 0)).toThrow(
    'Windows: expected a whole number of tokens of context of at least 1, got 0',
  );
  expect(() => make([[1]], 3).take([2])).toThrow('Windows.take: index 2 is outside the 2 examples (0–1)');
  expect(() => make([[1]], 3).take([-1])).toThrow('Windows.take: index -1 is outside the 2 examples (0–1)');
  expect(() => make([[1]], 3).take([])).toThrow('Windows.take: expected at least one index, got none');
});
