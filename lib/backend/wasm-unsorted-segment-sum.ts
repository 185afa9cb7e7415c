import * as tf from '@tensorflow/tfjs';
import type { WasmBackend } from './wasm-backend';

/** Sums the rows of `x` that share a segment: the gradient of a gather. */
export const unsortedSegmentSum: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { x, segmentIds } = inputs as Record<'x' | 'segmentIds', tf.TensorInfo>;
  const { numSegments } = attrs as { numSegments: number };
  const wasm = backend as WasmBackend;
  const rows = tf.util.sizeFromShape(segmentIds.shape);
  const width = tf.util.sizeFromShape(x.shape) / rows;
  const output = wasm.makeOutput([numSegments, ...x.shape.slice(segmentIds.shape.length)], x.dtype);
  // The heap may have grown with the output, so the views are taken only now.
  const sums = wasm.typedArrayFromHeap(output).fill(0);
  const values = wasm.typedArrayFromHeap(x);
  const segments = wasm.typedArrayFromHeap(segmentIds);
  for (let row = 0; row < rows; row++) {
    const segment = segments[row];
    if (segment < 0 || segment >= numSegments) continue;
    for (let column = 0; column < width; column++)
      sums[segment * width + column] += values[row * width + column];
  }
  return output;
};
