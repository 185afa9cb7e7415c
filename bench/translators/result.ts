import type { Results } from '../results';

/** A translator at some moment of its training. */
export interface Moment {
  readonly steps: number;
  /** Computing time since the first step, with recording and compiling, without measuring. */
  readonly seconds: number;
  /** Of the held-out pairs, 0 to 100, greedily translated. */
  readonly bleu: number;
}

/** One training of one translator. */
export interface TranslatorResult {
  readonly translator: string;
  readonly seed: number;
  /** How many numbers it learns. */
  readonly parameters: number;
  readonly atSteps: Moment;
  readonly atTime: Moment;
  /** What it makes of 你好 when it ends. */
  readonly hello: string;
}

/** How long each learns: until both are reached. */
export interface Marks {
  readonly steps: number;
  readonly seconds: number;
}

/** A whole run. */
export interface TranslatorResults extends Pick<Results, 'date' | 'machine' | 'load'> {
  readonly marks: Marks;
  /** How many pairs there are to learn from, and held out, with the first seed. */
  readonly pairs: { readonly training: number; readonly test: number };
  readonly results: readonly TranslatorResult[];
}
