import * as fc from 'fast-check';
import {
  crossings,
  type Feature,
  holes,
  ink,
  stamp,
  strokeDirections,
  symmetry,
  zones,
} from 'lineage/features';
import {
  blank,
  eight,
  falling,
  full,
  level,
  mirrored,
  nine,
  one,
  open,
  rising,
  six,
  upright,
  zero,
} from './drawn';

const all: Readonly<Record<string, Feature>> = {
  ink,
  symmetry,
  holes,
  zones,
  crossings,
  strokeDirections,
  stamp,
};
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
const anyPicture = fc
  .uint8Array({ minLength: 784, maxLength: 784 })
  .map((grey) => Float32Array.from(grey, (value) => value / 256));
const few = { numRuns: 25 };

test('ink is the share of ink', () => {
  expect(ink(blank)).toEqual([0]);
  expect(ink(full)).toEqual([1]);
  expect(ink(level)[0]).toBeCloseTo(48 / 784, 12);
});

test('symmetry is what stays in the mirror', () => {
  expect(symmetry(full)).toEqual([1, 1]);
  expect(symmetry(blank)).toEqual([1, 1]);
  const half = full.map((_, at) => Number(at % 28 < 14)); // its left half is ink
  expect(symmetry(half)).toEqual([0, 1]);
  expect(symmetry(Float32Array.from({ length: 784 }, (_, at) => Number(at < 392)))).toEqual([1, 0]);
});

test('symmetry is that of the mirror image', () => {
  fc.assert(
    fc.property(anyPicture, fc.constantFrom('across' as const, 'down' as const), (picture, way) => {
      const [a, b] = [symmetry(picture), symmetry(mirrored(picture, way))];
      expect(b[0]).toBeCloseTo(a[0], 9);
      expect(b[1]).toBeCloseTo(a[1], 9);
    }),
    few,
  );
});

test.each([
  ['0', zero, 1],
  ['1', one, 0],
  ['6', six, 1],
  ['8', eight, 2],
  ['9', nine, 1],
  ['an open ring', open, 0],
  ['nothing', blank, 0],
  ['ink everywhere', full, 0],
])('%s has its holes', (_name, picture, count) => {
  expect(holes(picture)[0]).toBe(count);
});

test('a hole of a 6 lies low, one of a 9 high, without one the height is in the middle', () => {
  expect(holes(six)[1]).toBeLessThan(0.4);
  expect(holes(nine)[1]).toBeGreaterThan(0.6);
  expect(holes(zero)[1]).toBeCloseTo(0.5, 1);
  expect(holes(one)[1]).toBe(0.5);
});

test('a diagonal of ink shuts paper in, a single white pixel is a blot', () => {
  const ring = new Float32Array(784);
  for (const [row, column] of [
    [10, 11],
    [10, 12],
    [11, 10],
    [11, 13],
    [12, 11],
    [12, 12],
  ])
    ring[row * 28 + column] = 1;
  expect(holes(ring)[0]).toBe(1); // two pixels, shut in across corners
  ring[11 * 28 + 12] = 1;
  expect(holes(ring)[0]).toBe(0); // one pixel
});

test('holes against a picture’s rim are open, and shut in with a frame of ink', () => {
  const frame = full.map((_, at) => Number(at < 28 || at >= 756 || at % 28 === 0 || at % 28 === 27));
  expect(holes(frame)).toEqual([1, 0.5]);
  frame[5] = 0;
  expect(holes(frame)[0]).toBe(0);
});

test('mirroring and turning upside down changes no number of holes, and turns the height over', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const sharp = picture.map((value) => Number(value < 0.6));
      const [count, height] = holes(sharp);
      expect(holes(mirrored(sharp, 'across'))[0]).toBe(count);
      const [upsideDown, turned] = holes(mirrored(sharp, 'down'));
      expect(upsideDown).toBe(count);
      expect(turned).toBeCloseTo(1 - height, 9);
    }),
    few,
  );
});

test('zones are the means of 16 squares, and their mean is the ink', () => {
  const corner = full.map((_, at) => Number(at % 28 >= 21 && at < 7 * 28)); // the top right zone
  expect(zones(corner)).toEqual([0, 0, 0, 1, ...new Array(12).fill(0)]);
  fc.assert(
    fc.property(anyPicture, (picture) => {
      expect(sum(zones(picture)) / 16).toBeCloseTo(ink(picture)[0], 9);
    }),
    few,
  );
});

test('crossings count the strokes that a line meets', () => {
  expect(crossings(zero)).toEqual([2, 2, 2, 2, 2, 1]);
  expect(crossings(upright)).toEqual([1, 1, 1, 0, 1, 0]);
  expect(crossings(level)).toEqual([0, 1, 0, 1, 1, 1]);
  expect(crossings(eight)[4]).toBe(3); // down the middle
  expect(crossings(blank)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(crossings(full)).toEqual([1, 1, 1, 1, 1, 1]);
});

/** The four directions, all zones together. */
const directions = (picture: Float32Array) => {
  const squares = strokeDirections(picture).map((value) => value ** 2);
  return [0, 1, 2, 3].map((way) => sum(squares.filter((_, at) => at % 4 === way)));
};

test.each([
  ['level', level, 0],
  ['upright', upright, 1],
  ['falling', falling, 2],
  ['rising', rising, 3],
])('a %s stroke runs that way most', (_name, picture, way) => {
  const found = directions(picture);
  expect(found.indexOf(Math.max(...found))).toBe(way);
});

test('the middle of a bar has edges of one direction only', () => {
  const stripes = full.map((_, at) => Number(at % 28 === 13 || at % 28 === 14));
  const [levels, uprights, fallings, risings] = directions(stripes);
  expect([levels, fallings, risings]).toEqual([0, 0, 0]);
  // four columns beside and in the bar, slope 1 each, 26 rows of which 20 lie in the box, and 6 half outside
  expect(uprights).toBeGreaterThan(4 * 20);
});

test('paper and ink changed places, the strokes run the same way', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const a = strokeDirections(picture);
      const b = strokeDirections(picture.map((value) => 1 - value));
      a.forEach((value, at) => {
        expect(b[at]).toBeCloseTo(value, 4);
      });
    }),
    few,
  );
});

test('in the mirror falling strokes rise, and zones change sides', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const a = strokeDirections(picture);
      const b = strokeDirections(mirrored(picture, 'across'));
      for (let row = 0; row < 5; row++)
        for (let column = 0; column < 3; column++)
          [0, 1, 3, 2].forEach((way, at) => {
            const here = 4 * (row * 3 + column) + at;
            expect(b[here]).toBeCloseTo(a[4 * (row * 3 + 2 - column) + way], 9);
          });
    }),
    few,
  );
});

test('nothing and ink everywhere have no direction', () => {
  for (const picture of [blank, full]) expect(strokeDirections(picture)).toEqual(new Array(60).fill(0));
});

test.each(Object.entries(all))('%s gives as many finite numbers for every picture', (_name, feature) => {
  const count = feature(zero).length;
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const numbers = feature(picture);
      expect(numbers).toHaveLength(count);
      expect(numbers.every(Number.isFinite)).toBe(true);
    }),
    few,
  );
  for (const picture of [blank, full]) expect(feature(picture).every(Number.isFinite)).toBe(true);
});

test.each(Object.entries(all))(
  '%s refuses a wrong size, a pixel that is no number, and grey values',
  (name, feature) => {
    expect(() => feature(new Float32Array(196))).toThrow(
      `${name}: expected a picture of 28 × 28 = 784 numbers, got 196`,
    );
    const broken = zero.slice();
    broken[3 * 28 + 17] = Number.NaN;
    expect(() => feature(broken)).toThrow(`${name}: expected ink from 0 to 1, got NaN at row 3, column 17`);
    broken[3 * 28 + 17] = 255;
    expect(() => feature(broken)).toThrow('got 255 at row 3, column 17. Grey values are divided by 255');
    broken[3 * 28 + 17] = -0.5;
    expect(() => feature(broken)).toThrow('got -0.5 at row 3');
  },
);
