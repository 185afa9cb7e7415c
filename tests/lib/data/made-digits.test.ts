import { type Images, madeDigits } from 'lineage/data';

const made = madeDigits({ seed: 1, train: 2_000, test: 300 });
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) => {
  let sum = 0;
  for (let pixel = 0; pixel < 784; pixel++) sum += (a[pixel] - b[pixel]) ** 2;
  return sum;
};
const nearest = (image: Uint8Array, candidates: readonly ArrayLike<number>[]) => {
  const distances = candidates.map((candidate) => distance(image, candidate));
  return distances.indexOf(Math.min(...distances));
};
const each = (images: Images) => Array.from({ length: images.size }, (_, index) => images.image(index));
const share = (images: Images, guess: (image: Uint8Array) => number) =>
  each(images).filter((image, index) => guess(image) === images.labels[index]).length / images.size;

test('the same seed makes the same digits, another seed others', () => {
  const again = madeDigits({ seed: 1, train: 2_000, test: 300 });
  expect(Buffer.compare(again.train.pixels, made.train.pixels)).toBe(0);
  expect(Buffer.compare(again.test.labels, made.test.labels)).toBe(0);
  const other = madeDigits({ seed: 2, train: 2_000, test: 300 });
  expect(Buffer.compare(other.train.pixels, made.train.pixels)).not.toBe(0);
});

test('a larger set begins with the images of a smaller one', () => {
  const few = madeDigits({ seed: 1, train: 25, test: 5 });
  expect(Buffer.compare(few.train.pixels, made.train.slice(0, 25).pixels)).toBe(0);
  expect([...few.test.labels]).toEqual([...made.test.slice(0, 5).labels]);
});

test('every ten images hold each class once', () => {
  for (let from = 0; from < made.train.size; from += 10)
    expect([...made.train.slice(from, from + 10).labels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test('no image comes twice, neither within a part nor in both', () => {
  const texts = [...each(made.train), ...each(made.test)].map((image) =>
    Buffer.from(image).toString('latin1'),
  );
  expect(new Set(texts).size).toBe(2_300);
});

test('every image has black paper at its edge, full ink somewhere and its centre of mass near the middle', () => {
  for (const image of each(made.test)) {
    let [ink, x, y] = [0, 0, 0];
    image.forEach((grey, pixel) => {
      ink += grey;
      x += grey * ((pixel % 28) + 0.5);
      y += grey * (Math.floor(pixel / 28) + 0.5);
    });
    expect(Math.max(...image)).toBeGreaterThan(150);
    expect(Math.abs(x / ink - 14)).toBeLessThan(1.5);
    expect(Math.abs(y / ink - 14)).toBeLessThan(1.5);
    expect(image.filter((grey) => grey > 0).length).toBeLessThan(400);
  }
});

test('the classes can be told apart, but not by one template each', () => {
  const means = Array.from({ length: 10 }, (_, digit) => {
    const members = each(made.train).filter((_image, index) => made.train.labels[index] === digit);
    return Float64Array.from({ length: 784 }, (_pixel, at) =>
      members.reduce((sum, image) => sum + image[at] / members.length, 0),
    );
  });
  const templates = share(made.test, (image) => nearest(image, means));
  const all = each(made.train);
  const neighbours = share(made.test, (image) => made.train.labels[nearest(image, all)]);
  expect(templates).toBeGreaterThan(0.6);
  expect(templates).toBeLessThan(0.9);
  expect(neighbours).toBeGreaterThan(0.88);
});

test('the provenance names generator and seed', () => {
  expect(made.provenance).toMatchObject({
    kind: 'made',
    from: 'madeDigits({ seed: 1, train: 2000, test: 300 })',
  });
});

test.each([0, -1, 2.5])('madeDigits() refuses %p images', (count) => {
  expect(() => madeDigits({ seed: 1, train: count, test: 1 })).toThrow(
    `madeDigits: expected a whole number of train images of at least 1, got ${count}`,
  );
});
