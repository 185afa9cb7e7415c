import { expectSize } from '../../expect/expect-size';
import { Rng } from '../../rng';
import type { Provenance } from '../dataset';
import { type Place, patterns, type Side } from './patterns';

/** How many sentences to make, and which. */
export interface MadeSensesConfig {
  /** The same seed makes the same sentences. */
  readonly seed: number;
  readonly size: number;
}

/** A sentence about something, which may be a word of two senses. */
export interface SenseSentence {
  readonly tokens: readonly string[];
  /** Where that something stands among them. */
  readonly place: number;
  /** Which sense is meant: two numbers that follow each other, from an even one on, belong to one word. */
  readonly label: number;
  /** The sense in a word, such as `shore`. */
  readonly sense: string;
  /** Where the words stand that tell the sense; the other side fits both senses. */
  readonly side: Side;
  /** Whether the word has two senses; else a companion stands there, such as `mill`. */
  readonly ambiguous: boolean;
}

/** Sentences and where they came from. */
export interface MadeSenses {
  readonly sentences: readonly SenseSentence[];
  readonly provenance: Provenance;
}

/**
 * Sentences of a small made English about things whose names have two senses: in "we saw the bat near the cave" the
 * meaning is told to the right of the bat, in "the umpire saw the bat again" to its left, in others on both sides, in a
 * third of them each.
 *
 * Six words of two senses each, 5 to 10 words a sentence. `senseOdds` knows the true probability of every word.
 *
 * @example madeSenses({ seed: 17, size: 4000 }).sentences[0].tokens // ['near', 'the', 'river', 'she', 'drew', …]
 */
export function madeSenses({ seed, size }: MadeSensesConfig): MadeSenses {
  expectSize('madeSenses', 'sentences', size);
  const rng = new Rng(seed);
  return {
    sentences: Array.from({ length: size }, (_, index) => sentence(rng.fork(index))),
    provenance: {
      name: 'made senses',
      kind: 'made',
      from: `madeSenses({ seed: ${seed}, size: ${size} })`,
      licence: 'MIT, as this course',
      source: 'lib/data/made-senses',
    },
  };
}

function sentence(rng: Rng): SenseSentence {
  const chosen = draw(
    patterns.map((pattern) => [pattern, pattern.probability] as const),
    rng,
  );
  const { sense, side, places, place } = chosen;
  const tokens = places.map((words: Place) => draw([...words], rng));
  return {
    tokens,
    place,
    label: sense.label,
    sense: sense.name,
    side,
    ambiguous: tokens[place] === sense.word,
  };
}

/** One of the choices, by their probabilities. */
function draw<T>(choices: readonly (readonly [T, number])[], rng: Rng): T {
  let left = rng.uniform();
  for (const [choice, probability] of choices) {
    left -= probability;
    if (left < 0) return choice;
  }
  return choices[choices.length - 1][0]; // where rounding left a hair
}
