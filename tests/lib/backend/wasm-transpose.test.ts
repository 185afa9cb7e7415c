import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { expectAsOnCpu } from './as-on-cpu';
import { startWasmAndCpu } from './start-wasm-and-cpu';

beforeAll(startWasmAndCpu);

test.each<[number[], number[]]>([
  [
    [4, 5],
    [1, 0],
  ],
  [
    [1, 5],
    [1, 0],
  ],
  [
    [3, 4, 5],
    [2, 1, 0],
  ],
  [
    [3, 4, 5],
    [1, 2, 0],
  ],
  [
    [3, 4, 5],
    [0, 2, 1],
  ],
  [
    [3, 4, 5],
    [1, 0, 2],
  ],
  [
    [2, 3, 4, 5],
    [0, 2, 3, 1],
  ],
  [
    [2, 3, 4, 5],
    [3, 1, 2, 0],
  ],
  [
    [2, 3, 4, 5],
    [3, 2, 1, 0],
  ],
  [
    [2, 1, 3, 2, 2],
    [4, 2, 0, 3, 1],
  ],
])('%p with its axes as %p', (shape, perm) => {
  expectAsOnCpu([shape], (x) => tf.transpose(x, perm));
});

test('any order of the axes of any shape', () => {
  const shapes = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 5 });
  fc.assert(
    fc.property(shapes, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (shape, keys) => {
      const perm = shape.map((_, axis) => axis).sort((a, b) => keys[a] - keys[b]);
      expectAsOnCpu([shape], (x) => tf.transpose(x, perm));
    }),
    { numRuns: 60 },
  );
});

test('whole numbers and truths too', () => {
  for (const dtype of ['int32', 'bool'] as const)
    expectAsOnCpu([[3, 4]], (x) => x.greater(0).cast(dtype).transpose());
});

test('matrices larger than a tile', () => {
  expectAsOnCpu([[37, 50]], (x) => tf.transpose(x));
  expectAsOnCpu([[2, 33, 17, 3]], (x) => tf.transpose(x, [0, 2, 1, 3]));
  expectAsOnCpu([[2, 33, 17]], (x) => tf.transpose(x, [2, 0, 1]));
});
