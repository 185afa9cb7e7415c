import * as fc from 'fast-check';
import { NextTokens } from 'lineage';
import { expectNoLeak } from '../../leaks';

const ids = Int32Array.of(7, 8, 9, 7);

test('a context of 1 gives the pairs of neighbours', () => {
  const pairs = new NextTokens(ids, 1);
  expect(pairs.size).toBe(3);
  const { x, y } = pairs.take([0, 1, 2]);
  expect([x.dtype, y.dtype, x.shape, y.shape]).toEqual(['int32', 'int32', [3, 1], [3, 1]]);
  expect([[...x.dataSync()], [...y.dataSync()]]).toEqual([
    [7, 8, 9],
    [8, 9, 7],
  ]);
  x.dispose();
  y.dispose();
});

test('every y is the token one later than its x', () => {
  const text = fc.array(fc.nat(9), { minLength: 4, maxLength: 20 });
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 3 }), (tokens, context) => {
      const windows = new NextTokens(Int32Array.from(tokens), context);
      const { x, y } = windows.take([windows.size - 1, 0]);
      const last = tokens.length - context - 1;
      expect([x, y].map((tensor) => tensor.arraySync())).toEqual(
        [0, 1].map((shift) => [
          tokens.slice(last + shift, last + shift + context),
          tokens.slice(shift, shift + context),
        ]),
      );
      x.dispose();
      y.dispose();
    }),
  );
});

test('a text without a next token, and windows outside of it, are refused', () => {
  expect(() => new NextTokens(ids, 4)).toThrow(
    'NextTokens: expected a text of at least 5 tokens, a window and the one after it, got 4',
  );
  expect(() => new NextTokens(new Int32Array(0), 1)).toThrow('at least 2 tokens');
  expect(() => new NextTokens(ids, 0)).toThrow('expected a whole number of tokens in a window of at least 1');
  expect(() => new NextTokens(ids, 2).take([2])).toThrow('index 2 is outside the 2 windows (0–1)');
  expect(() => new NextTokens(ids, 2).take([0.5])).toThrow('index 0.5 is outside the 2 windows (0–1)');
  expect(() => new NextTokens(ids, 2).take([])).toThrow('expected at least one index, got none');
});

test('take leaks nothing but what the caller disposes', () => {
  const windows = new NextTokens(ids, 2);
  expectNoLeak(() => {
    const { x, y } = windows.take([0, 1]);
    x.dispose();
    y.dispose();
  });
});
