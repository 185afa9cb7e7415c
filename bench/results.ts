import type { Config } from './row';

/** How long the steps of one contender took. */
export interface Timing {
  /** Milliseconds per step, over all rounds. */
  readonly median: number;
  /** The middle half of the steps lies between these milliseconds. */
  readonly quartiles: readonly [number, number];
  /** The raw runs: the median of each round. */
  readonly rounds: readonly number[];
  /** How many steps were timed. */
  readonly calls: number;
  /** What the first steps took beyond as many ordinary ones: recording and compiling. */
  readonly compileSeconds: number;
  /** How far its losses are from the reference's at the worst, relative; none where it does something else. */
  readonly difference?: number;
}

/** One line of the table as measured. */
export interface RowResult {
  readonly name: string;
  readonly title: string;
  readonly step: 'training' | 'token';
  readonly config: Config;
  readonly goal: number;
  /** What it was trained on. */
  readonly data: string;
  /** Floating-point operations of the matrix products in one step. */
  readonly flops: number;
  /** The loss of the first and of the last step that were compared. */
  readonly losses: readonly [number, number];
  /** By contender. */
  readonly times: Readonly<Record<string, Timing>>;
  /** Contenders that could not run, and why. */
  readonly missing: Readonly<Record<string, string>>;
  /** How many cores other programs kept busy while this was measured. */
  readonly otherWork: number;
  readonly note?: string;
}

/** What one run of the bench found: the content of `results.json`. */
export interface Results {
  readonly date: string;
  readonly machine: {
    readonly processor: string;
    readonly cores: number;
    readonly memoryGB: number;
    readonly system: string;
  };
  readonly versions: Readonly<Record<string, string>>;
  /** Threads that each side used. */
  readonly threads: number;
  readonly rounds: number;
  readonly secondsPerRound: number;
  /** Steps whose losses were compared. */
  readonly comparedSteps: number;
  /** The machine's load when the run began, or 0 where the system doesn't say. */
  readonly load: number;
  /** Floating-point operations per second of a large matrix product, by side. */
  readonly peak: Readonly<Record<string, number>>;
  readonly rows: readonly RowResult[];
}
