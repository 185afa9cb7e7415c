/** One proposed answer. */
export interface Candidate {
  /** The numbers that it consists of. */
  readonly genes: Float32Array;
  /** How good it is; more is better. */
  readonly fitness: number;
}
