import * as tf from '@tensorflow/tfjs';

/** One vector of float32 per word, the rows of a table, in a WebAssembly memory that it shares with other tables. */
export class VectorTable {
  /** How far apart the rows lie, in bytes: a multiple of 16; where a vector is shorter, zeros fill up the rest. */
  readonly rowBytes: number;

  /**
   * @param count how many rows
   * @param size how many numbers a row has
   * @param start where in `memory` the table begins, in bytes, a multiple of 16
   */
  constructor(
    readonly count: number,
    readonly size: number,
    readonly memory: WebAssembly.Memory,
    readonly start: number,
  ) {
    this.rowBytes = VectorTable.rowBytes(size);
  }

  /** How many bytes a row of `size` numbers takes. */
  static rowBytes(size: number): number {
    return 16 * Math.ceil(size / 4);
  }

  /** Where the table ends, in bytes. */
  get end(): number {
    return this.start + this.count * this.rowBytes;
  }

  /** Where the row of a word begins, in bytes. */
  address(word: number): number {
    return this.start + word * this.rowBytes;
  }

  /** The vector of a word as it is now, `[size]`; what is learned later doesn't change the copy. */
  vector(word: number): Float32Array {
    if (!Number.isInteger(word) || word < 0 || word >= this.count)
      throw new Error(`VectorTable: expected a word of 0 … ${this.count - 1}, got ${word}`);
    return new Float32Array(this.memory.buffer, this.address(word), this.size).slice();
  }

  /** All vectors as they are now, `[count × size]`, row after row. */
  values(): Float32Array {
    const values = new Float32Array(this.count * this.size);
    for (let word = 0; word < this.count; word++) values.set(this.vector(word), word * this.size);
    return values;
  }

  /** All vectors as they are now, as a tensor `[count, size]`. */
  toTensor(): tf.Tensor2D {
    return tf.tensor2d(this.values(), [this.count, this.size]);
  }

  /**
   * Puts other numbers in place of all vectors.
   *
   * @param values `[count × size]`, row after row
   */
  assign(values: ArrayLike<number>): void {
    const { count, size } = this;
    if (values.length !== count * size)
      throw new Error(`VectorTable: expected ${count} × ${size} numbers, got ${values.length}`);
    for (let word = 0; word < count; word++) {
      const row = new Float32Array(this.memory.buffer, this.address(word), size);
      for (let index = 0; index < size; index++) row[index] = values[word * size + index];
    }
  }
}
