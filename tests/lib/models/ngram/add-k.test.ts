import { addK, NgramCounts, NgramModel } from 'lineage';
import { sam } from './corpora';

const counts = new NgramCounts(sam, { order: 2 });

test('k = 0 is the share that was counted; k = 1 counts everything once more', () => {
  expect(new NgramModel(counts, addK(0)).probability('am', ['i'])).toBeCloseTo(2 / 3, 12);
  expect(new NgramModel(counts, addK(1)).probability('am', ['i'])).toBeCloseTo((2 + 1) / (3 + 11), 12);
  expect(new NgramModel(counts, addK(1)).probability('ham', ['i'])).toBeCloseTo(1 / 14, 12);
});

test('a context that was never seen leaves every token as likely, and with k = 0 nothing', () => {
  expect([...new NgramModel(counts, addK(0.1)).distribution(['never'])]).toEqual(Array(11).fill(1 / 11));
  const plain = new NgramModel(counts, addK(0));
  expect(plain.probability('am', ['never'])).toBe(0);
  expect(() => plain.distribution(['never'])).toThrow(
    'NgramModel: expected a context that the corpus has, got [never], which it never saw.',
  );
});

test.each([-1, Number.NaN, Infinity])('refuses k = %p', (k) => {
  expect(() => addK(k)).toThrow(`addK: expected a k of at least 0, got ${k}`);
});
