import { expectSize } from '../../expect/expect-size';
import { Rng } from '../../rng';
import { type Digits, Images } from '../images';
import { curve } from './curve';
import { glyphs } from './glyphs';
import { write } from './hand';
import { draw } from './pen';

/** How many digits to make, and which. */
export interface MadeDigitsConfig {
  /** The same seed makes the same digits. */
  readonly seed: number;
  /** How many training images. */
  readonly train: number;
  /** How many test images, drawn from another stream than the training images. */
  readonly test: number;
}

/**
 * Digits drawn by a pen that never existed: strokes, warps and noise, 28 × 28 like MNIST, for work without network.
 *
 * Every ten images hold each class once. A larger set begins with the images of a smaller one of the same seed.
 *
 * @example const { train, test } = madeDigits({ seed: 1, train: 10_000, test: 2_000 });
 */
export function madeDigits({ seed, train, test }: MadeDigitsConfig): Digits {
  const rng = new Rng(seed);
  return {
    train: make('train', train, rng.fork('train')),
    test: make('test', test, rng.fork('test')),
    provenance: {
      name: 'made digits',
      kind: 'made',
      from: `madeDigits({ seed: ${seed}, train: ${train}, test: ${test} })`,
      licence: 'MIT, as this course',
      source: 'lib/data/made-digits, after Simard, Steinkraus and Platt, 2003',
    },
  };
}

function make(part: string, count: number, rng: Rng): Images {
  expectSize('madeDigits', `${part} images`, count);
  const pixels = new Uint8Array(count * 28 * 28);
  const labels = new Uint8Array(count);
  let order = new Int32Array(0);
  for (let index = 0; index < count; index++) {
    if (index % 10 === 0) order = rng.fork(`order ${index}`).permutation(10);
    const chance = rng.fork(index);
    labels[index] = order[index % 10];
    const ways = glyphs[labels[index]];
    const strokes = write(ways[chance.integer(ways.length)], chance);
    draw(strokes.map(curve), pixels.subarray(index * 784, (index + 1) * 784), chance);
  }
  return new Images(pixels, labels);
}
