import type { Rng } from '../rng';
import { byBucket } from './by-bucket';

/**
 * Which examples each step trains on: a new permutation per epoch, cut into batches, the last one short if need be.
 *
 * A step's examples depend only on the seed and the step's number, so a resumed run goes on where it stood.
 */
export class BatchOrder {
  readonly stepsPerEpoch: number;
  #epoch = 0;
  #order = new Int32Array(0);

  /**
   * @param size how many examples there are
   * @param bucketOf the bucket of an example, where only examples of one bucket are to be in a batch
   */
  constructor(
    readonly size: number,
    readonly batchSize: number,
    readonly rng: Rng,
    readonly bucketOf?: (index: number) => number,
  ) {
    this.stepsPerEpoch = Math.ceil(size / batchSize);
  }

  /** The epoch of a step; both count from 1. */
  epoch(step: number): number {
    return Math.ceil(step / this.stepsPerEpoch);
  }

  /** The numbers of the examples in a step's batch. */
  indices(step: number): Int32Array {
    const epoch = this.epoch(step);
    if (epoch !== this.#epoch) {
      const rng = this.rng.fork(`epoch ${epoch}`);
      const order = rng.permutation(this.size);
      this.#order = this.bucketOf
        ? byBucket(order, this.bucketOf, this.batchSize, rng.fork('buckets'))
        : order;
      this.#epoch = epoch;
    }
    const first = ((step - 1) % this.stepsPerEpoch) * this.batchSize;
    return this.#order.subarray(first, first + this.batchSize);
  }
}
