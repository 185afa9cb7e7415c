import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { TextStreams } from 'lineage';
import { expectNoLeak } from '../../leaks';

const counting = (length: number) => Int32Array.from({ length }, (_, index) => index);

test('each stream goes on where its last window ended', () => {
  const text = new TextStreams(counting(14), { streams: 2, window: 3 });
  expect(text.windows).toBe(2);
  tf.tidy(() => {
    expect(text.take(0).x.arraySync()).toEqual([
      [0, 1, 2],
      [6, 7, 8],
    ]);
    expect(text.take(1).x.arraySync()).toEqual([
      [3, 4, 5],
      [9, 10, 11],
    ]);
    expect(text.take(1).y.arraySync()).toEqual([
      [4, 5, 6],
      [10, 11, 12],
    ]);
  });
});

test('reads as much of the text as fits, each token once, in order', () => {
  const sizes = fc.record({
    streams: fc.integer({ min: 1, max: 5 }),
    window: fc.integer({ min: 1, max: 6 }),
    more: fc.nat(40),
  });
  fc.assert(
    fc.property(sizes, ({ streams, window, more }) => {
      const ids = counting(streams * window + 1 + more);
      const text = new TextStreams(ids, { streams, window });
      const read = tf.tidy(() =>
        Array.from({ length: text.windows }, (_, k) => text.take(k).x.arraySync() as number[][]),
      );
      const perStream = Array.from({ length: streams }, (_, stream) => read.flatMap((rows) => rows[stream]));
      for (const stream of perStream)
        for (let t = 1; t < stream.length; t++) expect(stream[t]).toBe(stream[t - 1] + 1);
      expect(new Set(perStream.flat()).size).toBe(perStream.flat().length);
      expect(ids.length - 1 - perStream.flat().length).toBeLessThan(streams * (window + 1));
    }),
  );
});

test.each<[string, number, { streams: number; window: number }, string]>([
  ['an empty text', 0, { streams: 1, window: 1 }, 'expected a text of at least 2 tokens'],
  ['one character', 1, { streams: 1, window: 1 }, 'got 1. Take a longer text, or a shorter window.'],
  ['a window longer than the text', 10, { streams: 1, window: 10 }, 'expected a text of at least 11 tokens'],
  [
    'no window',
    10,
    { streams: 1, window: 0 },
    'expected a whole number of tokens in a window of at least 1, got 0',
  ],
  ['no stream', 10, { streams: 0, window: 1 }, 'expected a whole number of streams of at least 1, got 0'],
])('%s is refused', (_, length, config, message) => {
  expect(() => new TextStreams(counting(length), config)).toThrow(message);
});

test('a window that isn’t there is refused', () => {
  const text = new TextStreams(counting(7), { streams: 2, window: 3 });
  for (const window of [-1, 1, 0.5])
    expect(() => text.take(window)).toThrow(`window ${window} is outside the 1 of a stream (0–0)`);
});

test('leaks nothing', () => {
  expectNoLeak(() =>
    tf.dispose(Object.values(new TextStreams(counting(9), { streams: 2, window: 2 }).take(1))),
  );
});
