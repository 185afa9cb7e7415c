import type { StoredTensor } from '../../lib/train/safetensors';
import type { Config } from '../row';

/** Tensors by name, as they lie in a file. */
export type Stored = Readonly<Record<string, StoredTensor>>;

/** What both sides start from. */
export interface Start {
  /** The first weights, under our paths and in our shapes. */
  readonly weights: Stored;
  /** Batches one after the other along the first axis, such as `x [count, batch, 784]`. */
  readonly batches: Stored;
  /** What the batches are, in words. */
  readonly data: string;
}

/** A row's work under way. */
export interface Running {
  /** Goes on by one call, which may be several steps; the loss of each. */
  advance(): readonly number[];
  dispose(): void;
}

/** Our side of a row. */
export interface Work {
  /** Makes the start that both sides share. @param count how many batches */
  start(config: Config, count: number): Promise<Start>;
  /** @param variant such as `eager` or `compiled` */
  run(config: Config, variant: string, weights: Stored, batches: Stored): Promise<Running>;
}
