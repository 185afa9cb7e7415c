/** The ink of one picture, 28 × 28 numbers from 0 (paper) to 1 (ink), row by row. */
export type Picture = ArrayLike<number>;

/** A rule that a person wrote: what to measure in a picture, always as many numbers. */
export type Feature = (picture: Picture) => readonly number[];

/** Pixels in a row, and rows in a picture. */
export const side = 28;
