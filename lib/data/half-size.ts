import * as tf from '@tensorflow/tfjs';
import type { Dataset } from './dataset';
import type { Images } from './images';

const side = 14;
const area = side * side;

/** Labelled pictures of digits, 14 × 14: a quarter of the numbers, still readable. */
export interface HalfSizeImages extends Dataset<tf.Tensor2D, tf.Tensor1D> {
  readonly width: number;
  readonly height: number;
  /** The digit in each picture, 0 … 9. */
  readonly labels: Uint8Array;
  /** The ink of one image's 196 pixels, 0 … 1, a view and not a copy. */
  image(index: number): Float32Array;
}

/**
 * The same pictures at half the width and height: each pixel is the mean of 2 × 2.
 *
 * @returns a data set that gives x `[batch, 196]` float32 ink in 0 … 1, y `[batch]` int32 classes 0 … 9
 * @example halfSize(digits.train).take([0, 1]).x // [2, 196]
 */
export function halfSize({ pixels, labels, size, width }: Images): HalfSizeImages {
  const inks = new Float32Array(size * area);
  for (let index = 0; index < inks.length; index++) {
    const picture = Math.floor(index / area);
    const row = Math.floor((index % area) / side);
    const from = picture * 4 * area + 2 * row * width + 2 * (index % side);
    const four = pixels[from] + pixels[from + 1] + pixels[from + width] + pixels[from + width + 1];
    // mean of the four grey values, as ink
    inks[index] = four / 4 / 255;
  }
  const image = (index: number) => {
    if (labels[index] === undefined)
      throw new Error(`halfSize: index ${index} is outside the ${size} images (0–${size - 1})`);
    return inks.subarray(index * area, (index + 1) * area);
  };
  return {
    width: side,
    height: side,
    size,
    labels,
    image,
    take: (indices) => {
      const B = indices.length;
      if (B === 0) throw new Error('halfSize: expected at least one index, got none');
      const x = new Float32Array(B * area);
      const y = new Int32Array(B);
      for (let row = 0; row < B; row++) {
        x.set(image(indices[row]), row * area);
        y[row] = labels[indices[row]];
      }
      return { x: tf.tensor2d(x, [B, area]), y: tf.tensor1d(y, 'int32') };
    },
  };
}
