/** How a loss becomes one number: the mean over its terms, or their sum. */
export type Reduction = 'mean' | 'sum';

/** What every loss takes; the mean if not said. */
export interface ReductionOptions {
  readonly reduction?: Reduction;
}
