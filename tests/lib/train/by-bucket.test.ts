import * as fc from 'fast-check';
import { Rng } from 'lineage';
import { BatchOrder } from '../../../lib/train/batch-order';
import { byBucket } from '../../../lib/train/by-bucket';

test('batches of one bucket, every example once, the short batch last', () => {
  const bucketOf = (index: number) => index % 2;
  const order = byBucket(new Rng(1).permutation(11), bucketOf, 3, new Rng(2));
  expect([...order].sort((a, b) => a - b)).toEqual([...Array(11).keys()]);
  const batches = [0, 3, 6, 9].map((first) => [...order.subarray(first, first + 3)].map(bucketOf));
  // Six even ones make two batches; five odd ones one, and two are left.
  expect(batches.slice(0, 3).sort()).toEqual([
    [0, 0, 0],
    [0, 0, 0],
    [1, 1, 1],
  ]);
  expect(batches[3]).toEqual([1, 1]);
});

test('at most one batch is mixed for each bucket but the last, and none is lost', () => {
  const cases = fc.record({
    size: fc.integer({ min: 1, max: 60 }),
    batchSize: fc.integer({ min: 1, max: 9 }),
    buckets: fc.integer({ min: 1, max: 5 }),
    seed: fc.nat(1000),
  });
  fc.assert(
    fc.property(cases, ({ size, batchSize, buckets, seed }) => {
      const rng = new Rng(seed);
      const lengths = Array.from({ length: size }, () => rng.integer(buckets));
      const order = byBucket(
        new Rng(seed).permutation(size),
        (index) => lengths[index],
        batchSize,
        new Rng(seed),
      );
      expect(new Set(order).size).toBe(size);
      let mixed = 0;
      for (let first = 0; first < size; first += batchSize)
        if (new Set([...order.subarray(first, first + batchSize)].map((index) => lengths[index])).size > 1)
          mixed++;
      expect(mixed).toBeLessThan(buckets);
    }),
  );
});

test('an order by buckets is another each epoch, and the same when asked again', () => {
  const bucketOf = (index: number) => Number(index > 50);
  const order = new BatchOrder(100, 10, new Rng(1), bucketOf);
  const epoch = (number: number) =>
    Array.from({ length: 10 }, (_, k) => [...order.indices(10 * (number - 1) + k + 1)]);
  const [first, second, again] = [epoch(1), epoch(2), epoch(1)];
  expect(first).toEqual(again);
  expect(first).not.toEqual(second);
  // Short and long ones come mixed.
  const kinds = first.map((batch) => bucketOf(batch[0]));
  expect(kinds).not.toEqual([...kinds].sort());
});
