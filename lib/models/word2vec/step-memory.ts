import { type RowKernels, rowKernels } from './row-kernels';
import type { VectorTable } from './vector-table';

/** The scratch memory of a step of word2vec, behind the tables; addresses are in bytes. */
export class StepMemory {
  readonly kernels: RowKernels;
  /** What the tables and the scratch memory hold, as float32 and as int32. */
  readonly floats: Float32Array;
  readonly integers: Int32Array;
  /** A vector h, where it is not a word's own. */
  readonly hidden: number;
  readonly #rowBytes: number;
  readonly #gradients: number;
  readonly #rows: number;
  readonly #errors: number;

  /**
   * @param behind the last table of the memory
   * @param pairs how many pairs a step may have
   * @param targets how many targets each pair has
   */
  constructor(
    behind: VectorTable,
    readonly pairs: number,
    readonly targets: number,
  ) {
    const { memory, rowBytes } = behind;
    this.kernels = rowKernels(rowBytes, targets, memory);
    this.#rowBytes = rowBytes;
    this.hidden = behind.end;
    this.#gradients = this.hidden + rowBytes;
    this.#rows = this.#gradients + pairs * rowBytes;
    this.#errors = this.#rows + pairs * targets * 4;
    const missing = this.#errors + pairs * targets * 4 - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / 65_536)); // pages of 64 KiB
    this.floats = new Float32Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer);
  }

  /** The gradient with respect to a pair's h, a vector. */
  gradient(pair: number): number {
    return this.#gradients + pair * this.#rowBytes;
  }

  /** The addresses of the vectors of a pair's targets, int32 `[targets]`. */
  rows(pair: number): number {
    return this.#rows + pair * this.targets * 4;
  }

  /** The scores of a pair's targets, then their errors, float32 `[targets]`. */
  errors(pair: number): number {
    return this.#errors + pair * this.targets * 4;
  }
}
