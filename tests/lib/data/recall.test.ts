import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { Recall, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

const whole = (set: Recall) => {
  const { x, y } = set.take([...Array(set.size).keys()]);
  const rows = { x: x.arraySync(), y: y.arraySync(), types: [x.dtype, y.dtype] };
  tf.dispose([x, y]);
  return rows;
};

test('the answer is the first symbol after the blanks, as far from the end as a lag says', () => {
  const lags = fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(fc.integer(), lags, fc.integer({ min: 2, max: 5 }), (seed, lag, kinds) => {
      const set = new Recall({ size: 20, lag, kinds }, new Rng(seed));
      expect(set.time).toBe(Math.max(...lag) + 1);
      expect(set.vocabulary).toBe(kinds + 1);
      const { x, y, types } = whole(set);
      expect(types).toEqual(['int32', 'int32']);
      x.forEach((row, index) => {
        const first = row.findIndex((token) => token !== kinds);
        expect(row[first]).toBe(y[index]);
        expect(lag).toContain(set.time - 1 - first);
        expect(row.slice(first).every((token) => token >= 0 && token < kinds)).toBe(true);
      });
      expect(whole(new Recall({ size: 20, lag, kinds }, new Rng(seed)))).toEqual({ x, y, types });
    }),
  );
});

test('every symbol is asked for about equally often, every lag drawn, and no later symbol gives the answer away', () => {
  const set = new Recall({ size: 8_000, lag: [2, 5] }, new Rng(3));
  const { x, y } = whole(set);
  for (let kind = 0; kind < 8; kind++)
    expect(Math.abs(y.filter((answer) => answer === kind).length / 1_000 - 1)).toBeLessThan(0.15);
  const short = x.filter((row) => row[2] === 8).length;
  expect(Math.abs(short / 4_000 - 1)).toBeLessThan(0.1);
  const same = x.filter((row, index) => row[5] === y[index]).length;
  expect(Math.abs(same / 1_000 - 1)).toBeLessThan(0.15);
});

test('take() gives the rows asked for, in their order', () => {
  const set = new Recall({ size: 4, lag: 3 }, new Rng(1));
  const { x: all, y: answers } = whole(set);
  const { x, y } = set.take([2, 0]);
  expect(x.arraySync()).toEqual([all[2], all[0]]);
  expect(y.arraySync()).toEqual([answers[2], answers[0]]);
  tf.dispose([x, y]);
});

test.each([
  [{ size: 0, lag: 3 }, 'Recall: expected a whole number of rows of at least 1, got 0'],
  [{ size: 5, lag: 0 }, 'Recall: expected a whole number of symbols after the first of at least 1, got 0'],
  [
    { size: 5, lag: [4, 2.5] },
    'Recall: expected a whole number of symbols after the first of at least 1, got 2.5',
  ],
  [{ size: 5, lag: [] }, 'Recall: expected at least one lag, got none'],
  [{ size: 5, lag: 3, kinds: 1 }, 'Recall: expected a whole number of kinds of symbols of at least 2, got 1'],
])('refuses %j', (config, message) => {
  expect(() => new Recall(config, new Rng(0))).toThrow(message);
});

test('refuses no index, and one outside the rows', () => {
  const set = new Recall({ size: 3, lag: 2 }, new Rng(0));
  expect(() => set.take([])).toThrow('Recall.take: expected at least one index, got none');
  expect(() => set.take([0, 3])).toThrow('Recall.take: index 3 is outside the 3 rows (0–2)');
});

test('take() makes two tensors and nothing else', () => {
  const set = new Recall({ size: 3, lag: 2 }, new Rng(0));
  expectNoLeak(() => tf.dispose(set.take([0, 1]) as never));
});
