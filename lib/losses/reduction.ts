/** How a loss becomes one number: the mean over its terms, or their sum. */
export type Reduction = 'mean' | 'sum';

export interface ReductionOptions {
  readonly reduction?: Reduction;
}
