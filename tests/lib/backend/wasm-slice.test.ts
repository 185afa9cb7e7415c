import * as tf from '@tensorflow/tfjs';
import { expectAsOnCpu } from './as-on-cpu';
import { startWasmAndCpu } from './start-wasm-and-cpu';

beforeAll(startWasmAndCpu);

test.each<[number[], number[], number[]]>([
  [[7], [2], [3]],
  [
    [4, 5],
    [1, 0],
    [2, 5],
  ],
  [
    [4, 5],
    [0, 2],
    [4, 2],
  ],
  [
    [3, 4, 5],
    [1, 1, 1],
    [2, 2, 3],
  ],
  [
    [3, 4, 5],
    [0, 1, 0],
    [3, 2, 5],
  ],
  [
    [2, 3, 4, 5],
    [1, 0, 2, 1],
    [1, 3, 2, 4],
  ],
  [
    [2, 1, 3, 2, 4],
    [0, 0, 1, 0, 1],
    [2, 1, 2, 2, -1],
  ],
])('a slice of %p from %p of %p', (shape, begin, size) => {
  expectAsOnCpu([shape], (x) => tf.slice(x, begin, size));
});

test.each([0, 1, 2, -1])('a tensor cut along axis %p', (axis) => {
  expectAsOnCpu([[4, 6, 2]], (x) => tf.unstack(x, axis));
  expectAsOnCpu([[4, 6, 2]], (x) => tf.split(x, 2, axis));
  expectAsOnCpu([[8, 8, 8]], (x) => tf.split(x, [1, 5, 2], axis));
});

test('whole numbers and truths are cut like others', () => {
  for (const dtype of ['int32', 'bool'] as const)
    expectAsOnCpu([[3, 4]], (x) => x.greater(0).cast(dtype).slice([1, 1], [2, 2]));
});

test('words too', () => {
  tf.setBackend('wasm');
  tf.tidy(() => {
    const words = tf.tensor2d(['a', 'b', 'c', 'd'], [2, 2]);
    expect(words.slice([0, 1], [2, 1]).arraySync()).toEqual([['b'], ['d']]);
  });
});

test('nothing is a slice too', () => {
  expectAsOnCpu([[3, 4]], (x) => x.slice([1, 4], [2, 0]));
});
