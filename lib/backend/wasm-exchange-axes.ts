import * as tf from '@tensorflow/tfjs';
import type { WasmBackend } from './wasm-backend';

/** Numbers along each side of a tile. */
const tile = 16;

/** A run of axes that stay side by side: how many numbers it counts, and how far apart they lie in the input. */
interface Run {
  readonly size: number;
  readonly stride: number;
}

/**
 * A copy with its axes in another order, by a plain loop.
 *
 * @param perm which axis of `x` each axis of the result is
 * @returns `undefined` where the axes are so mixed that more than four loops would be needed
 */
export function exchangeAxes(
  x: tf.TensorInfo,
  perm: readonly number[],
  backend: WasmBackend,
): tf.TensorInfo | undefined {
  const runs = together(x.shape, perm);
  if (runs.length > 4) return undefined;
  const output = backend.makeOutput(
    perm.map((axis) => x.shape[axis]),
    x.dtype,
  );
  // The heap may have grown with the output, so the views are taken only now.
  const [from, to] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(output)];
  const none = { size: 1, stride: 0 };
  const [a, b, c, d] = [...new Array<Run>(4 - runs.length).fill(none), ...runs];
  for (let i = 0; i < a.size; i++)
    for (let j = 0; j < b.size; j++) {
      const read = i * a.stride + j * b.stride;
      const write = (i * b.size + j) * c.size * d.size;
      // Tile by tile, so that what is read with one cache line is used before the line is given up.
      for (let k0 = 0; k0 < c.size; k0 += tile)
        for (let l0 = 0; l0 < d.size; l0 += tile) {
          const [kEnd, lEnd] = [Math.min(k0 + tile, c.size), Math.min(l0 + tile, d.size)];
          for (let k = k0; k < kEnd; k++)
            for (let l = l0; l < lEnd; l++)
              to[write + k * d.size + l] = from[read + k * c.stride + l * d.stride];
        }
    }
  return output;
}

/** The axes in their new order, with those that were neighbours before as one. */
function together(shape: readonly number[], perm: readonly number[]): Run[] {
  const strides = [...tf.util.computeStrides([...shape]), 1];
  const runs: Run[] = [];
  for (const [place, axis] of perm.entries()) {
    const before = runs[runs.length - 1];
    if (place > 0 && axis === perm[place - 1] + 1)
      runs[runs.length - 1] = { size: before.size * shape[axis], stride: strides[axis] };
    else runs.push({ size: shape[axis], stride: strides[axis] });
  }
  return runs;
}
