import * as tf from '@tensorflow/tfjs';
import type { WasmBackend } from './wasm-backend';

/**
 * The products of batches of float32 matrices, one after the other.
 *
 * @param a `[..., m, k]`, with as many matrices as `b` or a single one
 * @param b `[..., k, n]`
 * @returns a new tensor `[..., m, n]`
 * @throws Error where `a` has neither one matrix nor as many as `b`
 */
export function multiplyBatches(a: tf.TensorInfo, b: tf.TensorInfo, backend: WasmBackend): tf.TensorInfo {
  const [m, k] = a.shape.slice(-2);
  const n = b.shape[b.shape.length - 1];
  const batch = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
  const count = tf.util.sizeFromShape(batch);
  const [countA, countB] = [a, b].map(({ shape }) => tf.util.sizeFromShape(shape.slice(0, -2)));
  if (countB !== count || (countA !== count && countA !== 1))
    throw new Error(
      `matMul: expected as many matrices on both sides, got [${a.shape.join(', ')}] and [${b.shape.join(', ')}]`,
    );
  const output = backend.makeOutput([...batch, m, n], a.dtype);
  const multiply = backend.wasm.cwrap('BatchMatMul', null, parameters) as Multiply;
  const [left, right, product] = [a, b, output].map(
    ({ dataId }) => backend.dataIdMap.get(dataId).memoryOffset,
  );
  const [leftShape, rightShape] = [
    [1, m, k],
    [1, k, n],
  ].map((shape) => new Uint8Array(Int32Array.from(shape).buffer));
  const step = countA === 1 ? 0 : m * k;
  const { tfjs } = backend.wasm;
  /** One matrix of a batch, as a tensor that the library knows. */
  const matrix = (offset: number, size: number) => {
    const id = backend.dataIdNextNumber++;
    tfjs.registerTensor(id, size, offset);
    return id;
  };
  const bytes = tf.util.bytesPerElement(a.dtype);
  for (let index = 0; index < count; index++) {
    const ids = [
      matrix(left + bytes * index * step, m * k),
      matrix(right + bytes * index * k * n, k * n),
      matrix(product + bytes * index * m * n, m * n),
    ];
    multiply(ids[0], leftShape, 3, ids[1], rightShape, 3, false, false, ids[2]);
    for (const id of ids) tfjs.disposeData(id);
  }
  return output;
}

/** The function of tfjs's library, by the library's numbers of tensors. */
type Multiply = (
  a: number,
  aShape: Uint8Array,
  aRank: number,
  b: number,
  bShape: Uint8Array,
  bRank: number,
  transposeA: boolean,
  transposeB: boolean,
  output: number,
) => void;

const parameters = ['number', 'array', 'number', 'number', 'array', 'number', 'number', 'number', 'number'];
