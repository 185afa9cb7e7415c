import * as tf from '@tensorflow/tfjs';
import { expectAsOnCpu } from './as-on-cpu';
import { startWasmAndCpu } from './start-wasm-and-cpu';

beforeAll(startWasmAndCpu);

test.each<[number[], number | number[] | undefined]>([
  [[7], 0],
  [[4, 5], 0],
  [[4, 5], 1],
  [[4, 5], undefined],
  [[3, 4, 5], 1],
  [
    [3, 4, 5],
    [0, 1],
  ],
  [
    [3, 4, 5],
    [1, 0],
  ],
  [
    [3, 4, 5],
    [0, 2],
  ],
  [[3, 4, 5], -2],
  [
    [2, 3, 4, 5],
    [1, 2],
  ],
  [
    [2, 3, 4, 5],
    [0, 1, 2],
  ],
  [
    [1, 3, 1, 5],
    [0, 2],
  ],
])('the sum of %p along %p', (shape, axis) => {
  expectAsOnCpu([shape], (x) => tf.sum(x, axis));
  expectAsOnCpu([shape], (x) => tf.sum(x, axis, true));
});

test('whole numbers and truths stay whole', () => {
  for (const dtype of ['int32', 'bool'] as const)
    expectAsOnCpu([[6, 4]], (x) => x.greater(0).cast(dtype).sum(0));
});

test('nothing adds up to 0', () => {
  expectAsOnCpu([[3, 4]], (x) => x.slice([0, 0], [0, 4]).sum(0));
});

test('many small numbers are not lost beside a large sum', () => {
  tf.setBackend('wasm');
  const x = tf.fill([100_000, 2], 0.1);
  expect(x.sum(0).arraySync()).toEqual([10_000, 10_000].map((sum) => expect.closeTo(sum, 2)));
  x.dispose();
});
