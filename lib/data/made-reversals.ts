import { expectSize } from '../expect/expect-size';
import { Rng } from '../rng';
import type { SentencePair, Translations } from './sentence-pair';

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** Which rows of letters to make, and how many. */
export interface MadeReversalsConfig {
  /** The same seed makes the same rows. */
  readonly seed: number;
  /** How many pairs, no two with the same source. */
  readonly size: number;
  /** How many different letters there are, 2–26: the first ones of the alphabet. */
  readonly letters: number;
  /** How many letters a row has: every length from `shortest` to `longest` is equally likely. */
  readonly shortest: number;
  readonly longest: number;
}

/**
 * Rows of letters, drawn evenly, with the same row backwards as their translation: no word is harder than another and
 * nothing can be guessed, so only remembering and order are tested. Letters stand apart, as words do.
 *
 * @throws Error if so many different ones can't be found
 * @example madeReversals({ seed: 14, size: 1, letters: 4, shortest: 3, longest: 3 }).pairs // [{ source: 'b d a', … }]
 */
export function madeReversals(config: MadeReversalsConfig): Translations {
  const { seed, size, letters, shortest, longest } = config;
  expectSize('madeReversals', 'pairs', size);
  expectSize('madeReversals', 'letters', letters, 2);
  expectSize('madeReversals', 'letters of the shortest row', shortest);
  expectSize('madeReversals', 'letters of the longest row', longest, shortest);
  if (letters > alphabet.length)
    throw new Error(`madeReversals: expected at most ${alphabet.length} different letters, got ${letters}`);
  const rng = new Rng(seed);
  const pairs = new Map<string, SentencePair>();
  for (let tries = 0; pairs.size < size; tries++) {
    if (tries === 20 * size + 1000)
      throw new Error(
        `madeReversals: expected ${size} different rows of ${shortest}–${longest} out of ${letters} letters, found ` +
          `${pairs.size}. Make them longer, or take more letters.`,
      );
    const time = shortest + rng.integer(longest - shortest + 1);
    const row = Array.from({ length: time }, () => alphabet[rng.integer(letters)]);
    pairs.set(row.join(' '), { source: row.join(' '), target: [...row].reverse().join(' ') });
  }
  const told = Object.entries(config).map(([name, value]) => `${name}: ${value}`);
  return {
    pairs: [...pairs.values()],
    provenance: {
      name: 'made reversals',
      kind: 'made',
      from: `madeReversals({ ${told.join(', ')} })`,
      licence: 'MIT, as this course',
      source: 'lib/data/made-reversals',
    },
  };
}
