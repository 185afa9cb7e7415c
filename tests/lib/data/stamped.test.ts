import { Images, madeDigits, stamped, stampPixels } from 'lineage/data';
import { stamp } from 'lineage/features';

const { train } = madeDigits({ seed: 2, train: 100, test: 1 });
const asInk = (grey: Uint8Array) => Float32Array.from(grey, (value) => value / 255);

test('the stamp says the class of every picture, and the feature reads it', () => {
  const marked = stamped(train);
  for (let index = 0; index < train.size; index++) {
    const places = stamp(asInk(marked.image(index)));
    expect(places.indexOf(Math.max(...places))).toBe(train.labels[index]);
    expect(places.filter((ink) => ink === 1)).toHaveLength(1);
  }
});

test('nothing but the stamp changes, and not in the pictures given', () => {
  const before = train.pixels.slice();
  const marked = stamped(train);
  expect(Buffer.compare(train.pixels, before)).toBe(0);
  for (let index = 0; index < train.size; index++) {
    const changed = [...marked.image(index).keys()].filter(
      (pixel) => marked.image(index)[pixel] !== train.image(index)[pixel],
    );
    expect(changed).toEqual(stampPixels(train.labels[index]));
  }
});

test('pictures whose pixels are a Node buffer, as those read from a file, stay as they are too', () => {
  const read = new Images(Buffer.from(train.pixels), train.labels);
  stamped(read);
  expect(Buffer.compare(read.pixels, train.pixels)).toBe(0);
});

test('no two classes share a pixel of their stamps', () => {
  const pixels = Array.from({ length: 10 }, (_, label) => stampPixels(label)).flat();
  expect(new Set(pixels).size).toBe(40);
});

test.each([10, -1, 0.5])('there is no stamp for class %p', (label) => {
  expect(() => stampPixels(label)).toThrow(`stampPixels: expected a class 0–9, got ${label}`);
});
