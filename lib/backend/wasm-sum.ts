import * as tf from '@tensorflow/tfjs';
import { replaceWasmKernel } from './replace-wasm-kernel';
import type { WasmBackend } from './wasm-backend';

/**
 * Adds up along axes that are not the last, such as the gradients of a bias over all rows: tfjs's own kernel exchanges
 * the axes first, which takes several times as long as the sum.
 */
export function registerWasmSum(): void {
  replaceWasmKernel('Sum', (own) => (call) => {
    const { x } = call.inputs as { x: tf.TensorInfo };
    const { axis, keepDims } = call.attrs as { axis: number | number[]; keepDims: boolean };
    const axes = tf.util.parseAxisParam(axis, x.shape);
    const [first, last] = [Math.min(...axes), Math.max(...axes)];
    const isBlock = axes.length === last - first + 1 && last < x.shape.length - 1;
    if (x.dtype !== 'float32' || !isBlock || x.shape.includes(0)) return own(call);
    const shape = keepDims
      ? x.shape.map((size, place) => (axes.includes(place) ? 1 : size))
      : x.shape.filter((_, place) => !axes.includes(place));
    return addUp(x, first, last, shape, call.backend as WasmBackend);
  });
}

/** y[i, k] = Σ_j x[i, j, k], where j runs over the axes from `first` to `last`. */
function addUp(
  x: tf.TensorInfo,
  first: number,
  last: number,
  shape: number[],
  backend: WasmBackend,
): tf.TensorInfo {
  const output = backend.makeOutput(shape, x.dtype);
  // The heap may have grown with the output, so the views are taken only now.
  const [from, to] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(output)];
  const inner = tf.util.sizeFromShape(x.shape.slice(last + 1));
  const rows = tf.util.sizeFromShape(x.shape.slice(first, last + 1));
  const sums = new Float64Array(inner);
  for (let start = 0, made = 0; start < from.length; start += rows * inner, made += inner) {
    sums.fill(0);
    for (let row = start; row < start + rows * inner; row += inner)
      for (let place = 0; place < inner; place++) sums[place] += from[row + place];
    to.set(sums, made);
  }
  return output;
}
