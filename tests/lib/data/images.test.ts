import * as tf from '@tensorflow/tfjs';
import { Images } from 'lineage/data';

const pixels = Uint8Array.from({ length: 3 * 784 }, (_, pixel) => pixel % 256);
const images = new Images(pixels, Uint8Array.of(7, 0, 9));

test('take() gathers ink in 0 … 1 and classes, in the order asked', async () => {
  const { x, y } = images.take([2, 0, 2]);
  expect(x.shape).toEqual([3, 784]);
  expect(x.dtype).toBe('float32');
  expect(y.dtype).toBe('int32');
  expect([...(await y.data())]).toEqual([9, 7, 9]);
  const row = (image: number) => [...pixels.subarray(image * 784, (image + 1) * 784)];
  const ink = (image: number) => row(image).map((grey) => Math.fround(grey / 255));
  expect([...(await x.data())]).toEqual([...ink(2), ...ink(0), ...ink(2)]);
  tf.dispose([x, y]);
});

test('take() makes two tensors and nothing else', () => {
  const before = tf.memory().numTensors;
  const batch = images.take([0, 1]);
  expect(tf.memory().numTensors).toBe(before + 2);
  tf.dispose([batch.x, batch.y]);
});

test('take() gives tensors of their own, not views', async () => {
  const { x, y } = images.slice(0, 1).take([0]);
  const before = [...(await x.data())];
  pixels[5] ^= 255;
  expect([...(await x.data())]).toEqual(before);
  pixels[5] ^= 255;
  tf.dispose([x, y]);
});

test('slice() and image() look at the same memory', () => {
  const held = images.slice(1, 3);
  expect(held.size).toBe(2);
  expect([...held.labels]).toEqual([0, 9]);
  expect(held.image(0)).toEqual(images.image(1));
  expect(held.image(0).buffer).toBe(pixels.buffer);
});

test.each([3, -1, 1.5, Number.NaN])('take() and image() refuse index %p', (index) => {
  expect(() => images.take([0, index])).toThrow(`Images.take: index ${index} is outside the 3 images (0–2)`);
  expect(() => images.image(index)).toThrow(`Images.image: index ${index} is outside the 3 images (0–2)`);
});

test('take() refuses an empty batch', () => {
  expect(() => images.take([])).toThrow('Images.take: expected at least one index, got none');
});

test.each([
  [0, 4],
  [-1, 2],
  [2, 2],
  [0, 1.5],
])('slice(%p, %p) is refused', (from, to) => {
  expect(() => images.slice(from, to)).toThrow(
    `Images.slice: expected 0 ≤ from < to ≤ 3, got ${from} and ${to}`,
  );
});

test('Images refuses a label that is no digit, pixels that do not fit, and no image', () => {
  expect(() => new Images(pixels, Uint8Array.of(1, 10, 2))).toThrow(
    'Images: expected labels 0–9, got 10 at image 1',
  );
  expect(() => new Images(pixels, Uint8Array.of(1))).toThrow(
    'Images: expected 1 × 28 × 28 = 784 pixels for 1 labels, got 2352',
  );
  expect(() => new Images(new Uint8Array(0), new Uint8Array(0))).toThrow(
    'Images: expected at least one image, got none',
  );
});
