/**
 * Judges a whole population at once, so that it may do so in parallel: as one batch of tensors, or by asking others
 * and waiting for all.
 *
 * @param genes one row per candidate
 * @returns one number per candidate, more is better; or a promise of them
 */
export type Fitness = (genes: readonly Float32Array[]) => ArrayLike<number> | Promise<ArrayLike<number>>;
