import { expectBetween } from '../expect/expect-between';
import { expectSize } from '../expect/expect-size';
import { Rng } from '../rng';
import { type Digits, Images } from './images';

/** How many bar codes to make, how fine, and how far from the middle. */
export interface MadeBarcodesConfig {
  /** The same seed makes the same pictures. */
  readonly seed: number;
  /** How many training images. */
  readonly train: number;
  /** How many test images, drawn from another stream than the training images. */
  readonly test: number;
  /** Width of the narrowest bar in pixels, at most 4. Wider bars are easier for coarse measurements. */
  readonly module: number;
  /** How far a code may lie to the left or right of the middle, in pixels. */
  readonly drift: number;
}

/** The ten digits as seven modules each, 1 for a dark one: number set A of an EAN-13 code (ISO/IEC 15420). */
export const barPatterns: readonly string[] = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
];

const side = 28;

/**
 * The ten digits as a till reads them: two bars each, 28 × 28 grey values, a little too fat or thin, pale and noisy.
 *
 * Every ten images hold each class once. A larger set begins with the images of a smaller one of the same seed.
 *
 * @example madeBarcodes({ seed: 1, train: 10_000, test: 2_000, module: 2, drift: 7 })
 */
export function madeBarcodes(config: MadeBarcodesConfig): Digits {
  const { seed, train, test, module, drift } = config;
  expectBetween('madeBarcodes', 'a module', module, 1, 4 + 1e-9);
  expectBetween('madeBarcodes', 'a drift', drift, 0, (side - 7 * module) / 2 + 1e-9);
  const rng = new Rng(seed);
  return {
    train: make('train', train, config, rng.fork('train')),
    test: make('test', test, config, rng.fork('test')),
    provenance: {
      name: 'made bar codes',
      kind: 'made',
      from: `madeBarcodes({ seed: ${seed}, train: ${train}, test: ${test}, module: ${module}, drift: ${drift} })`,
      licence: 'MIT, as this course',
      source: 'lib/data/made-barcodes, patterns of ISO/IEC 15420 (EAN-13, number set A)',
    },
  };
}

function make(part: string, count: number, config: MadeBarcodesConfig, rng: Rng): Images {
  expectSize('madeBarcodes', `${part} images`, count);
  const pixels = new Uint8Array(count * side * side);
  const labels = new Uint8Array(count);
  let order = new Int32Array(0);
  for (let index = 0; index < count; index++) {
    if (index % 10 === 0) order = rng.fork(`order ${index}`).permutation(10);
    labels[index] = order[index % 10];
    const grey = pixels.subarray(index * side * side, (index + 1) * side * side);
    print(barPatterns[labels[index]], config, grey, rng.fork(index));
  }
  return new Images(pixels, labels);
}

/** Prints one pattern into 784 grey values. */
function print(pattern: string, { module, drift }: MadeBarcodesConfig, grey: Uint8Array, rng: Rng): void {
  const left = side / 2 - 3.5 * module + rng.uniform(-drift, drift);
  const gain = rng.uniform(-0.3, 0.3); // how far ink spreads beyond each edge, in pixels
  const slant = rng.normal(0, 0.05); // columns per row
  const [top, bottom] = [rng.integer(5) + 2, rng.integer(5) + 22]; // first row with ink, first without
  const dark = rng.uniform(0.7, 1);
  const bars = [...pattern.matchAll(/1+/g)].map(({ index = 0, 0: { length } }) => ({
    from: left + index * module - gain,
    to: left + (index + length) * module + gain,
  }));
  for (let row = 0; row < side; row++) {
    const shift = slant * (row + 0.5 - side / 2);
    for (let column = 0; column < side; column++) {
      let cover = 0;
      // the part of the pixel that lies between a bar's edges
      for (const { from, to } of bars)
        cover += Math.max(0, Math.min(column + 1, to + shift) - Math.max(column, from + shift));
      const ink = (row >= top && row < bottom ? dark * cover : 0) + rng.normal(0, 0.05);
      grey[row * side + column] = 255 * Math.min(1, Math.max(0, ink));
    }
  }
}
