import type { Rng } from '../rng';

/**
 * Rearranges a permutation so that each batch holds examples of one bucket. What is left of a bucket goes into the next
 * one's first batch, so the number of batches stays, and only the last may be short.
 *
 * Batches of all buckets follow each other in a random order: an epoch doesn't begin with short sentences and end with
 * long ones.
 *
 * @param order the examples' numbers
 * @param bucketOf the bucket of an example; a batch of several is taken as one of the highest
 */
export function byBucket(
  order: Int32Array,
  bucketOf: (index: number) => number,
  batchSize: number,
  rng: Rng,
): Int32Array {
  // The order within a bucket stays, as sorting is stable.
  const sorted = [...order].sort((a, b) => bucketOf(a) - bucketOf(b));
  const whole = Math.floor(sorted.length / batchSize);
  const batches = [...rng.permutation(whole)].map((batch) =>
    sorted.slice(batch * batchSize, (batch + 1) * batchSize),
  );
  return Int32Array.from([...batches.flat(), ...sorted.slice(whole * batchSize)]);
}
