import { expectSize } from '../expect/expect-size';

/**
 * A vector that keeps only what isn't 0: where it stands and what it is.
 *
 * @example SparseVector.of(10_000, [[7, 2], [3, 1]]) // indices [3, 7], values [1, 2]
 */
export class SparseVector {
  /**
   * @param size how many numbers the vector has, zeros included
   * @param indices where a number stands, ascending, each once, `[entries]`; kept, not copied
   * @param values the numbers there, none of them 0, `[entries]`; kept, not copied
   */
  constructor(
    readonly size: number,
    readonly indices: Int32Array,
    readonly values: Float64Array,
  ) {
    expectSize('SparseVector', 'numbers', size);
    if (indices.length !== values.length)
      throw new Error(
        `SparseVector: expected a value per index, got ${indices.length} indices and ${values.length} values`,
      );
    indices.forEach((index, entry) => {
      if (index < 0 || index >= size || (entry > 0 && index <= indices[entry - 1]))
        throw new Error(
          `SparseVector: expected ascending indices of 0–${size - 1}, got ${index} at entry ${entry}`,
        );
      if (!Number.isFinite(values[entry]) || values[entry] === 0)
        throw new Error(
          `SparseVector: expected finite values other than 0, got ${values[entry]} at index ${index}`,
        );
    });
  }

  /**
   * The vector with these entries, in any order; what is 0 is left out.
   *
   * @param entries pairs of index and value, each index once; a `Map` will do
   */
  static of(size: number, entries: Iterable<readonly [number, number]>): SparseVector {
    const kept = [...entries].filter(([, value]) => value !== 0).sort(([a], [b]) => a - b);
    const indices = Int32Array.from(kept, ([index]) => index);
    return new SparseVector(
      size,
      indices,
      Float64Array.from(kept, ([, value]) => value),
    );
  }

  /** The sparse form of a vector written out in full. */
  static from(dense: ArrayLike<number>): SparseVector {
    return SparseVector.of(dense.length, Array.from(dense).entries());
  }

  /** All numbers, zeros included, `[size]`. */
  toDense(): Float64Array {
    const dense = new Float64Array(this.size);
    this.indices.forEach((index, entry) => {
      dense[index] = this.values[entry];
    });
    return dense;
  }

  /** a · b; its time grows with the entries, not with the size. */
  dot(other: SparseVector): number {
    if (other.size !== this.size)
      throw new Error(
        `SparseVector.dot: expected ${this.size} numbers, got ${other.size}. Were both made with one vocabulary?`,
      );
    let sum = 0;
    let [a, b] = [0, 0];
    while (a < this.indices.length && b < other.indices.length) {
      const gap = this.indices[a] - other.indices[b];
      // a · b = Σ aᵢ bᵢ, over the indices that both keep
      if (gap === 0) sum += this.values[a] * other.values[b];
      if (gap <= 0) a++;
      if (gap >= 0) b++;
    }
    return sum;
  }

  /** The length |a|. */
  norm(): number {
    const largest = this.#largest();
    // |a| = √(Σ aᵢ²), in units of the largest, whose square might not fit
    return largest === 0 ? 0 : largest * this.#normIn(largest);
  }

  /** Every number times `factor`. */
  scale(factor: number): SparseVector {
    const entries = Array.from(this.indices, (index, entry) => [index, factor * this.values[entry]] as const);
    return SparseVector.of(this.size, entries);
  }

  /** The vector of length 1 that points the same way; a vector of zeros, which points nowhere, stays as it is. */
  unit(): SparseVector {
    const largest = this.#largest();
    if (largest === 0) return this;
    // a / |a|, in units of the largest, whose inverse might not fit
    const norm = this.#normIn(largest);
    const entries = Array.from(
      this.indices,
      (index, entry) => [index, this.values[entry] / largest / norm] as const,
    );
    return SparseVector.of(this.size, entries);
  }

  /**
   * The cosine of the angle between two vectors, −1 … 1: 1 for the same direction, 0 for a right angle.
   *
   * With a vector of zeros, which has no direction, it is 0: such a text is like no other.
   *
   * Source: Salton, Wong and Yang, "A vector space model for automatic indexing", 1975, section 1.
   */
  cosine(other: SparseVector): number {
    // cos(a, b) = a · b / (|a| |b|), each made of length 1 first; rounding may pass 1 by a hair
    return Math.max(-1, Math.min(1, this.unit().dot(other.unit())));
  }
  #largest(): number {
    return this.values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  }

  #normIn(unit: number): number {
    return Math.sqrt(this.values.reduce((sum, value) => sum + (value / unit) ** 2, 0));
  }
}
