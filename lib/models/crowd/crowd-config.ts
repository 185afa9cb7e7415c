/** What all networks of a crowd have in common. */
export interface CrowdConfig {
  /** Sizes from input to output, such as `[2, 2, 1]`. */
  readonly layers: readonly number[];
  /** What every unit does with its sum: 1/(1 + e^−z), or 1 above 0 and else 0, which has no slope to follow. */
  readonly activation: 'sigmoid' | 'threshold';
}
