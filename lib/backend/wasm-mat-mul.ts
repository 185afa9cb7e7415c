import * as tf from '@tensorflow/tfjs';
import { replaceWasmKernel } from './replace-wasm-kernel';
import type { WasmBackend } from './wasm-backend';
import { exchangeAxes } from './wasm-exchange-axes';
import { multiplyBatches } from './wasm-multiply-batches';

/**
 * Multiplies matrices on WebAssembly by the one quick way that tfjs's own kernel has, which is for two single matrices
 * neither of which is transposed: it was measured to be 10 to 25 times as quick as the others. So transposed matrices
 * are written out first, and batches are multiplied matrix by matrix.
 */
export function registerWasmMatMul(): void {
  replaceWasmKernel('BatchMatMul', (own) => (call) => {
    const { inputs, attrs, backend } = call;
    const wasm = backend as WasmBackend;
    const { transposeA, transposeB } = attrs as { transposeA: boolean; transposeB: boolean };
    const [a, b] = [inputs['a'], inputs['b']] as tf.TensorInfo[];
    if (a.dtype !== 'float32' || b.dtype !== 'float32' || a.shape.includes(0) || b.shape.includes(0))
      return own(call);
    const left = transposeA ? transposed(a, wasm) : a;
    const right = transposeB ? transposed(b, wasm) : b;
    try {
      if (tf.util.sizeFromShape(b.shape.slice(0, -2)) !== 1) return multiplyBatches(left, right, wasm);
      // All rows are multiplied by one matrix.
      const rows = { inputs: { a: flat(left), b: flat(right) }, attrs: untransposed, backend };
      const { dataId, dtype } = own(rows) as tf.TensorInfo;
      const batch = tf.broadcast_util.assertAndGetBroadcastShape(a.shape.slice(0, -2), b.shape.slice(0, -2));
      return { dataId, dtype, shape: [...batch, left.shape[left.shape.length - 2], columns(right)] };
    } finally {
      if (left !== a) wasm.disposeData(left.dataId);
      if (right !== b) wasm.disposeData(right.dataId);
    }
  });
}

const untransposed = { transposeA: false, transposeB: false };

/** All rows of all matrices as one matrix. */
function flat(x: tf.TensorInfo): tf.TensorInfo {
  const { dataId, dtype, shape } = x;
  return { dataId, dtype, shape: [tf.util.sizeFromShape(shape.slice(0, -1)), columns(x)] };
}

function columns({ shape }: tf.TensorInfo): number {
  return shape[shape.length - 1];
}

/** Matrices with rows and columns exchanged. */
function transposed(x: tf.TensorInfo, backend: WasmBackend): tf.TensorInfo {
  const rank = x.shape.length;
  const batch = x.shape.slice(0, -2).map((_, axis) => axis);
  // All axes before the last two stay together: at most three loops.
  return exchangeAxes(x, [...batch, rank - 1, rank - 2], backend)!;
}
