import * as tf from '@tensorflow/tfjs';
import { replaceWasmKernel } from './replace-wasm-kernel';
import type { WasmBackend } from './wasm-backend';

/**
 * Cuts tensors on WebAssembly by copying what is wanted: tfjs's own kernels copy the whole tensor for every part, which
 * makes `unstack` over time quadratic in its length.
 */
export function registerWasmSlice(): void {
  for (const [kernelName, ours] of Object.entries({ Slice: slice, Unpack: unpack, SplitV: split }))
    replaceWasmKernel(kernelName, (own) => (call) => {
      const [{ dtype }] = Object.values(call.inputs) as tf.TensorInfo[];
      // Words don't lie in the heap.
      return (dtype === 'string' ? own : ours)(call);
    });
}

const slice: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { x } = inputs as { x: tf.TensorInfo };
  const { begin, size } = attrs as { begin: number | number[]; size: number | number[] };
  const [from, counts] = tf.slice_util.parseSliceParams(x as tf.Tensor, begin, size);
  return part(x, from, counts, backend as WasmBackend);
};

const unpack: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { value } = inputs as { value: tf.TensorInfo };
  const [axis] = tf.util.parseAxisParam((attrs as { axis: number }).axis, value.shape);
  const shape = value.shape.filter((_, place) => place !== axis);
  const ones = new Array<number>(value.shape[axis]).fill(1);
  return parts(value, axis, ones, backend as WasmBackend).map((each) => ({ ...each, shape }));
};

const split: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { x } = inputs as { x: tf.TensorInfo };
  const { axis, numOrSizeSplits } = attrs as { axis: number; numOrSizeSplits: number | number[] };
  const [along] = tf.util.parseAxisParam(axis, x.shape);
  const sizes = tf.backend_util.prepareSplitSize(x as tf.Tensor, numOrSizeSplits, along);
  return parts(x, along, sizes, backend as WasmBackend);
};

/** A tensor cut along an axis into pieces of these sizes. */
function parts(
  x: tf.TensorInfo,
  axis: number,
  sizes: readonly number[],
  backend: WasmBackend,
): tf.TensorInfo[] {
  let first = 0;
  return sizes.map((length) => {
    const begin = x.shape.map((_, place) => (place === axis ? first : 0));
    first += length;
    return part(
      x,
      begin,
      x.shape.map((size, place) => (place === axis ? length : size)),
      backend,
    );
  });
}

/** The block of `size` that begins at `begin`. */
function part(
  x: tf.TensorInfo,
  begin: readonly number[],
  size: readonly number[],
  backend: WasmBackend,
): tf.TensorInfo {
  const output = backend.makeOutput([...size], x.dtype);
  // The heap may have grown with the output, so the views are taken only now.
  const [from, to] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(output)];
  const strides = [...tf.util.computeStrides([...x.shape]), 1];
  // The axes from `inner` on lie in one piece: all of them but the first are whole.
  let inner = size.length - 1;
  while (inner > 0 && size[inner] === x.shape[inner]) inner--;
  const length = tf.util.sizeFromShape(size.slice(inner));
  const place = [...begin];
  for (let done = 0; done < to.length; done += length) {
    const start = place.reduce((sum, at, axis) => sum + at * strides[axis], 0);
    to.set(from.subarray(start, start + length), done);
    // The next piece: the last axis before `inner` that is not at its end moves on.
    for (let axis = inner - 1; axis >= 0; axis--) {
      if (++place[axis] < begin[axis] + size[axis]) break;
      place[axis] = begin[axis];
    }
  }
  return output;
}
