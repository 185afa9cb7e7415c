import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { registerWasm } from '../../../lib/backend/wasm';
import { expectNoLeak } from '../../leaks';

let before: string;
beforeAll(async () => {
  before = tf.getBackend();
  registerWasm();
  await tf.setBackend('wasm');
  await tf.ready();
});
afterAll(() => tf.setBackend(before));

test('UnsortedSegmentSum on WebAssembly adds up the rows of a segment', () => {
  const cases = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 4 }))
    .chain(([segments, rows, width]) =>
      fc.record({
        segments: fc.constant(segments),
        width: fc.constant(width),
        // −1 and `segments` lie outside: their rows count for nothing
        ids: fc.array(fc.integer({ min: -1, max: segments }), { minLength: rows, maxLength: rows }),
        values: fc.array(fc.integer({ min: -99, max: 99 }), {
          minLength: rows * width,
          maxLength: rows * width,
        }),
      }),
    );
  fc.assert(
    fc.property(cases, ({ segments, width, ids, values }) => {
      const expected = new Array(segments * width).fill(0);
      values.forEach((value, index) => {
        const segment = ids[Math.floor(index / width)];
        if (segment >= 0 && segment < segments) expected[segment * width + (index % width)] += value;
      });
      tf.tidy(() => {
        const x = tf.tensor2d(values, [ids.length, width]);
        const sums = tf.unsortedSegmentSum(x, tf.tensor1d(ids, 'int32'), segments);
        expect(sums.shape).toEqual([segments, width]);
        expect(Array.from(sums.dataSync())).toEqual(expected);
      });
    }),
    { numRuns: 50 },
  );
});

test('the gradient of a lookup adds up on WebAssembly, also after the heap has grown, and leaks nothing', () => {
  expectNoLeak(() =>
    tf.tidy(() => {
      const table = tf.zeros([1000, 500]);
      const ids = tf.tensor2d([[3, 3, 999]], [1, 3], 'int32');
      const gradient = tf.grad((table) => tf.gather(table, ids).sum())(table);
      const counts = gradient.sum(1).dataSync();
      expect([counts[3], counts[999], counts[0]]).toEqual([1000, 500, 0]);
    }),
  );
});

test('a second registration changes nothing', () => {
  const kernel = tf.getKernel('UnsortedSegmentSum', 'wasm');
  registerWasm();
  expect(tf.getKernel('UnsortedSegmentSum', 'wasm')).toBe(kernel);
});
