import * as tf from '@tensorflow/tfjs';
import type { Batch, Dataset, Provenance } from './dataset';

/** Training and test images of the ten digits. */
export interface Digits {
  readonly train: Images;
  readonly test: Images;
  readonly provenance: Provenance;
}

const side = 28;
const area = side * side;

/** Grey value 0 … 255 as ink 0 … 1, rounded to float32 once. */
const ink = Float32Array.from({ length: 256 }, (_, grey) => grey / 255);

/**
 * Labelled pictures of digits, 28 × 28 grey values each, white (255) on black (0).
 *
 * @example const { x, y } = digits.train.take([0, 1]);   // x [2, 784] in 0 … 1, y [2] classes 0 … 9
 */
export class Images implements Dataset<tf.Tensor2D, tf.Tensor1D> {
  readonly width = side;
  readonly height = side;
  readonly size: number;
  readonly isFixed = true;

  /**
   * @param pixels grey values 0 … 255, `[size, 28, 28]` row by row; kept, not copied
   * @param labels the digit in each picture, 0 … 9, `[size]`; kept, not copied
   */
  constructor(
    readonly pixels: Uint8Array,
    readonly labels: Uint8Array,
  ) {
    this.size = labels.length;
    if (this.size === 0) throw new Error('Images: expected at least one image, got none');
    if (pixels.length !== this.size * area)
      throw new Error(
        `Images: expected ${this.size} × 28 × 28 = ${this.size * area} pixels for ${this.size} labels, got ${pixels.length}`,
      );
    const wrong = labels.findIndex((label) => label > 9);
    if (wrong >= 0) throw new Error(`Images: expected labels 0–9, got ${labels[wrong]} at image ${wrong}`);
  }

  /**
   * The images with these numbers as new tensors, which the caller disposes.
   *
   * @returns x `[batch, 784]` float32 ink in 0 … 1, y `[batch]` int32 classes 0 … 9
   */
  take(indices: ArrayLike<number>): Batch<tf.Tensor2D, tf.Tensor1D> {
    const { pixels, labels } = this;
    const B = indices.length;
    if (B === 0) throw new Error('Images.take: expected at least one index, got none');
    const x = new Float32Array(B * area);
    const y = new Int32Array(B);
    for (let row = 0; row < B; row++) {
      y[row] = labels[this.#expectIndex('take', indices[row])];
      const start = indices[row] * area;
      const to = row * area;
      for (let pixel = 0; pixel < area; pixel++) x[to + pixel] = ink[pixels[start + pixel]];
    }
    return { x: tf.tensor2d(x, [B, area]), y: tf.tensor1d(y, 'int32') };
  }

  /** Images `from` … `to` − 1 as a data set of their own, over the same memory; for a held-out part. */
  slice(from: number, to: number): Images {
    if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to <= from || to > this.size)
      throw new Error(`Images.slice: expected 0 ≤ from < to ≤ ${this.size}, got ${from} and ${to}`);
    return new Images(this.pixels.subarray(from * area, to * area), this.labels.subarray(from, to));
  }

  /** The 784 grey values of one image, a view and not a copy. */
  image(index: number): Uint8Array {
    const start = this.#expectIndex('image', index) * area;
    return this.pixels.subarray(start, start + area);
  }

  #expectIndex(method: string, index: number): number {
    if (this.labels[index] !== undefined) return index;
    throw new Error(
      `Images.${method}: index ${index} is outside the ${this.size} images (0–${this.size - 1})`,
    );
  }
}
