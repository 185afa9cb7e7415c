import type { Product } from './products/product';

/** Whose program: ours, or the one that we compare with. */
export type Side = 'ours' | 'torch';

/** Sizes and constants of a row: both sides read them from here. */
export type Config = Readonly<Record<string, number>>;

/** One way to do a row's work, such as ours compiled. */
export interface Contender {
  readonly side: Side;
  /** What its side calls it, such as `eager`. */
  readonly variant: string;
  /** What the table calls it. */
  readonly label: string;
  /** Whether it does the same arithmetic, so that its losses must agree and its time may be the best of its side. */
  readonly same: boolean;
  /** A Python package that it needs besides torch. */
  readonly needs?: string;
}

/** One line of the table: a model of some size, trained or run. */
export interface Row {
  /** What `--rows` calls it. */
  readonly name: string;
  readonly title: string;
  /** The name of its module on both sides. */
  readonly work: string;
  readonly config: Config;
  /** The matrix products of one step. */
  readonly products: readonly Product[];
  /** The ratio of our compiled step's time to torch's best that we want to reach. */
  readonly goal: number;
  readonly contenders: readonly Contender[];
  /** What one step is: a training step, or a generated token, whose number per second is shown. */
  readonly step: 'training' | 'token';
  /** What a reader of the table must know besides. */
  readonly note?: string;
}
