import fc from 'fast-check';
import { readIdx } from '../../../lib/data/idx';
import { idx } from './small-set';

const file = idx([2, 2, 3], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);

test('readIdx() reads sizes and values', () => {
  const { shape, values } = readIdx(file, 'file', 3);
  expect(shape).toEqual([2, 2, 3]);
  expect([...values]).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('readIdx() round-trips any labels', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (labels) => {
      expect([...readIdx(idx([labels.length], labels), 'labels', 1).values]).toEqual([...labels]);
    }),
  );
});

test('readIdx() refuses a file of another kind by name', () => {
  expect(() => readIdx(file, 'labels.gz', 1)).toThrow(
    'labels.gz: expected the IDX header 00 00 08 01 (unsigned bytes, 1 axes), got 00 00 08 03',
  );
});

test('readIdx() refuses a file shorter than its header', () => {
  expect(() => readIdx(file.subarray(0, 10), 'cut', 3)).toThrow(
    'cut: expected an IDX header of 16 bytes, got a file of 10',
  );
});

test('readIdx() refuses values that do not fill the sizes', () => {
  expect(() => readIdx(file.subarray(0, 20), 'cut', 3)).toThrow(
    'cut: expected 12 values after the header [2, 2, 3], got 4',
  );
});

test('readIdx() refuses every cut and every flipped byte of the header', () => {
  fc.assert(
    fc.property(fc.nat(file.length - 1), (length) => {
      expect(() => readIdx(file.subarray(0, length), 'cut', 3)).toThrow(/^cut: expected/);
    }),
  );
  fc.assert(
    fc.property(fc.nat(15), fc.integer({ min: 1, max: 255 }), (at, mask) => {
      const flipped = file.map((byte, index) => (index === at ? byte ^ mask : byte));
      expect(() => readIdx(flipped, 'flipped', 3)).toThrow(/^flipped: expected/);
    }),
  );
});
