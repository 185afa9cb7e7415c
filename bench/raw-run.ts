/** What the processes answered about one contender. */
export interface RawRun {
  /** Of the first steps, those that are compared. */
  readonly losses: readonly number[];
  /** What these first steps took. */
  readonly firstSeconds: number;
  /** `[round][call]` milliseconds per step. */
  readonly rounds: readonly (readonly number[])[];
}
