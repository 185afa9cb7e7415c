import type { LazyValues } from './lazy-values';
import type { NativeValues } from './native-backend';

/** The most steps that are done in one run: more were measured to gain nothing. */
export const longestSeries = 8;

/** A series under way. */
export interface SeriesRun {
  /** How many steps it has. */
  readonly count: number;
  /** How many of them were taken. */
  taken: number;
  /** What the graph is fed behind the number of steps; those in `own` are the series' own. */
  readonly fed: readonly number[];
  readonly own: readonly number[];
  /** For each step, the numbers that JavaScript computed for it. */
  readonly stepInputs: readonly (readonly NativeValues[])[];
  /** What guards look at, `[longestSeries, ...]` each. */
  readonly seen: readonly NativeValues[];
  readonly values: LazyValues;
  /** The variables' values before the first step, and after the last. */
  readonly before: readonly number[];
  readonly after: readonly number[];
}
