/** A matrix that keeps only what isn't zero: row r holds the entries starts[r] … starts[r + 1] − 1. */
export interface SparseMatrix {
  readonly rows: number;
  readonly columns: number;
  /** `[rows + 1]` */
  readonly starts: Int32Array;
  /** The column of each entry, `[entries]`. */
  readonly indices: Int32Array;
  /** `[entries]` */
  readonly values: Float64Array;
}
