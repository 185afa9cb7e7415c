import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { halfSize, Images } from 'lineage';
import { expectNoLeak } from '../../leaks';

const pixels = Uint8Array.from({ length: 3 * 784 }, (_, pixel) => (pixel * 37) % 256);
const images = new Images(pixels, Uint8Array.of(7, 0, 9));
const small = halfSize(images);

test('each pixel is the mean of the 2 × 2 under it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 13 }),
      fc.integer({ min: 0, max: 13 }),
      (picture, row, column) => {
        const grey = (r: number, c: number) => images.image(picture)[28 * r + c];
        const four = [0, 1].flatMap((r) => [0, 1].map((c) => grey(2 * row + r, 2 * column + c)));
        const mean = four.reduce((sum, value) => sum + value, 0) / 4;
        expect(small.image(picture)[14 * row + column]).toBe(Math.fround(mean / 255));
      },
    ),
  );
  expect([small.width, small.height, small.size]).toEqual([14, 14, 3]);
  expect([...small.labels]).toEqual([7, 0, 9]);
});

test('take() gathers ink in 0 … 1 and classes, in the order asked, and makes two tensors', () => {
  expectNoLeak(() => {
    const { x, y } = small.take([2, 0, 2]);
    expect([x.shape, x.dtype, y.dtype]).toEqual([[3, 196], 'float32', 'int32']);
    expect([...y.dataSync()]).toEqual([9, 7, 9]);
    expect([...x.dataSync()]).toEqual([2, 0, 2].flatMap((picture) => [...small.image(picture)]));
    tf.dispose([x, y]);
  });
});

test('all the ink is kept: the mean of a picture stays', () => {
  const mean = (values: ArrayLike<number>) => Array.from(values).reduce((a, b) => a + b, 0) / values.length;
  for (const picture of [0, 1, 2])
    expect(mean(small.image(picture)) * 255).toBeCloseTo(mean(images.image(picture)), 4);
});

test.each([3, -1, 1.5, Number.NaN])('refuses index %p and an empty batch', (index) => {
  const message = `halfSize: index ${index} is outside the 3 images (0–2)`;
  expect(() => small.take([0, index])).toThrow(message);
  expect(() => small.image(index)).toThrow(message);
  expect(() => small.take([])).toThrow('halfSize: expected at least one index, got none');
});
