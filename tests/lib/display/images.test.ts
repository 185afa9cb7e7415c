import { Rng, show } from 'lineage';
import { fakeKernel } from './fake-kernel';

const { decode, toRGBA8 } = require('upng-js') as {
  decode(file: ArrayBuffer): { width: number; height: number };
  toRGBA8(image: object): ArrayBuffer[];
};
const shown = fakeKernel();

function pixelAt(x: number, y: number): number[] {
  const bytes = Buffer.from(shown[0].bundle['image/png'] as string, 'base64');
  const image = decode(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const rgba = new Uint8Array(toRGBA8(image)[0]);
  return [...rgba.slice((y * image.width + x) * 4, (y * image.width + x) * 4 + 3)];
}

test('every pixel is a sharp square at 2x: ink on paper', () => {
  show.images([{ pixels: [0, 1, 1, 0], width: 2, height: 2 }], { scale: 10 });
  const { metadata, bundle } = shown[0];
  expect(metadata).toEqual({
    lineage: { kind: 'image' },
    'image/png': { width: 36, height: 36, alt: '1 image, 2 × 2' },
  });
  expect(bundle['text/plain']).toBe('1 image, 2 × 2');
  const white = [255, 255, 255];
  const black = [0, 0, 0];
  for (const [x, y, colour] of [
    [16, 16, white],
    [35, 35, white],
    [36, 35, black],
    [35, 36, black],
    [36, 36, white],
    [55, 16, black],
  ] as const)
    expect(pixelAt(x, y)).toEqual(colour);
});

test('bytes run to 255; diverging is white at zero, on one scale for all', () => {
  show.images([{ pixels: Uint8Array.of(255), width: 1, height: 1 }], { scale: 20 });
  expect(pixelAt(30, 30)).toEqual([0, 0, 0]);
  shown.length = 0;
  show.images(
    [
      { pixels: [-4], width: 1, height: 1 },
      { pixels: [0], width: 1, height: 1 },
    ],
    { scale: 20, palette: 'diverging' },
  );
  const [red, , blue] = pixelAt(30, 30);
  expect(blue).toBeGreaterThan(red + 50);
  expect(pixelAt(90, 30)).toEqual([247, 247, 247]);
});

test('too many noisy digits are refused; twenty stay within the size of a picture, and the same bytes come out again', () => {
  const rng = new Rng(1);
  const noise = Array.from({ length: 200 }, (_, index) => ({
    pixels: Float32Array.from({ length: 784 }, () => rng.uniform()),
    width: 28,
    height: 28,
    caption: String(index),
  }));
  expect(() => show.images(noise, { scale: 1 })).toThrow(
    /show.images: expected a picture of at most 60000 bytes, got/,
  );
  show.images(noise.slice(0, 20), { scale: 1 });
  show.images(noise.slice(0, 20), { scale: 1 });
  expect(shown[1].bundle['image/png']).toBe(shown[0].bundle['image/png']);
  expect(Buffer.from(shown[0].bundle['image/png'] as string, 'base64').length).toBeLessThanOrEqual(60_000);
});

test('wrong pixels are refused by the image’s number', () => {
  const image = { width: 2, height: 1 };
  expect(() => show.images([{ ...image, pixels: [0] }])).toThrow('image 0: expected 2 × 1 = 2 pixels, got 1');
  expect(() => show.images([{ ...image, pixels: [0, -1] }])).toThrow(
    "image 0: expected pixels from 0 to 1, got -1. Signed values want palette: 'diverging'.",
  );
  expect(() => show.images([{ ...image, pixels: [0, Number.NaN] }], { palette: 'diverging' })).toThrow(
    'got NaN',
  );
  expect(() => show.images([])).toThrow('at least one image');
  expect(() => show.images([{ ...image, pixels: [0, 1] }], { scale: 1.5 })).toThrow(
    'scale to be a whole number',
  );
});
