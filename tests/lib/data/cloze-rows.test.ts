import * as tf from '@tensorflow/tfjs';
import { Rng } from 'lineage';
import { ClozeRows } from 'lineage/data';
import { expectNoLeak } from '../../leaks';

const options = { mask: 4, special: [0, 1, 2, 3, 4], vocabulary: 30 };
const rows = [5, 15].map((first) => [1, ...Array.from({ length: 10 }, (_, i) => first + i), 2]);
const cloze = (seed = 0) => new ClozeRows(rows, options, new Rng(seed));
const taken = (data: ClozeRows, indices: number[]) => {
  const { x, y } = data.take(indices);
  const values = [x.arraySync(), y.arraySync()];
  tf.dispose([x, y]);
  return values;
};

test('where y holds a token it is the true one; elsewhere x is the row itself', () => {
  const [x, y] = taken(cloze(), [1, 0]);
  [1, 0].forEach((row, place) => {
    const chosen = y[place].filter((label) => label !== 0);
    expect(chosen).toHaveLength(2);
    y[place].forEach((label, time) => {
      if (label === 0) expect(x[place][time]).toBe(rows[row][time]);
      else expect(label).toBe(rows[row][time]);
    });
  });
});

test('the blanks are others each time, and the same in a second run, whatever else is taken', () => {
  const data = cloze();
  const visits = Array.from({ length: 6 }, () => taken(data, [0]));
  expect(new Set(visits.map((visit) => JSON.stringify(visit))).size).toBeGreaterThan(4);
  const again = cloze();
  for (const visit of visits) {
    const [[, x], [, y]] = taken(again, [1, 0]);
    expect([[x], [y]]).toEqual(visit);
  }
  expect(taken(cloze(1), [0, 1])).not.toEqual(taken(cloze(), [0, 1]));
  expect(data.isFixed).toBe(false);
});

test('refuses no rows, rows of other lengths, rows without words, and indices it lacks', () => {
  const make = (bad: number[][]) => () => new ClozeRows(bad, options, new Rng(0));
  expect(make([])).toThrow('ClozeRows: expected at least one row of tokens, got none');
  expect(make([[1, 5], [1]])).toThrow('ClozeRows: expected rows of 2 tokens, got 1 in row 1');
  expect(make([[1, 2]])).toThrow("maskTokens: expected at least one token that isn't special, got [1,2]");
  expect(() => cloze().take([])).toThrow('ClozeRows.take: expected at least one index, got none');
  expect(() => cloze().take([2])).toThrow('ClozeRows.take: index 2 is outside the 2 rows (0–1)');
});

test('take() makes two tensors and nothing else', () => {
  const data = cloze();
  expectNoLeak(() => tf.dispose(data.take([0, 1]) as never));
});
