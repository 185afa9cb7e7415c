import * as tf from '@tensorflow/tfjs';
import { registerWasm } from '../../../lib/backend/wasm';
import { expectAsOnCpu } from './as-on-cpu';
import { startWasmAndCpu } from './start-wasm-and-cpu';

beforeAll(startWasmAndCpu);

const ways = [
  [false, false],
  [true, false],
  [false, true],
  [true, true],
];
const shaped = (rows: number, columns: number, transposed: boolean) =>
  transposed ? [columns, rows] : [rows, columns];

describe.each(ways)('with the matrices transposed: %p, %p', (left, right) => {
  const [a, b] = [shaped(5, 7, left), shaped(7, 3, right)];
  test.each<[string, number[], number[]]>([
    ['two matrices', [], []],
    ['many by one', [4], []],
    ['many by one of a batch of one', [2, 3], [1, 1]],
    ['one of a batch of one by many', [1], [4]],
    ['many by as many', [2, 3], [2, 3]],
  ])('%s', (_, before, behind) => {
    expectAsOnCpu(
      [
        [...before, ...a],
        [...behind, ...b],
      ],
      (x, y) => tf.matMul(x, y, left, right),
    );
  });
});

test('a matrix that changes in between is not taken for the one before', () => {
  tf.setBackend('wasm');
  tf.tidy(() => {
    const b = tf.variable(tf.ones([2, 2, 2]));
    const a = tf.ones([2, 1, 2]);
    const sums = [1, 2].map((value) => {
      b.assign(tf.fill([2, 2, 2], value));
      return [...tf.matMul(a, b).dataSync()];
    });
    expect(sums).toEqual([
      [2, 2, 2, 2],
      [4, 4, 4, 4],
    ]);
    b.dispose();
  });
});

test('batches that do not fit are refused', () => {
  tf.setBackend('wasm');
  tf.tidy(() => {
    expect(() => tf.matMul(tf.ones([2, 1, 2, 2]), tf.ones([1, 3, 2, 2]))).toThrow(
      'matMul: expected as many matrices on both sides, got [2, 1, 2, 2] and [1, 3, 2, 2]',
    );
  });
});

test('the gradient of a product, of single matrices and of batches', () => {
  expectAsOnCpu(
    [
      [4, 6],
      [6, 3],
    ],
    (x, y) => tf.grads((x, y) => tf.matMul(x, y).square().sum())([x, y]),
  );
  expectAsOnCpu(
    [
      [2, 4, 6],
      [2, 5, 6],
    ],
    (x, y) => tf.grads((x, y) => tf.matMul(x, y, false, true).square().sum())([x, y]),
  );
});

test('a second registration takes the place of the first, over the same kernel of tfjs', () => {
  const { own } = tf.getKernel('BatchMatMul', 'wasm') as unknown as { own: tf.KernelFunc };
  registerWasm();
  expect(tf.getKernel('BatchMatMul', 'wasm')).toHaveProperty('own', own);
  expect(tf.getKernel('BatchMatMul', 'wasm').kernelFunc).not.toBe(own);
});
