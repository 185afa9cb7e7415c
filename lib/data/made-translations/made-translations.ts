import { expectSize } from '../../expect/expect-size';
import { Rng } from '../../rng';
import type { SentencePair, Translations } from '../sentence-pair';
import { adjectives, links, numbers, objects, places, subjects, times, verbs } from './lexicon';

/** How many pairs to make, and which. */
export interface MadeTranslationsConfig {
  /** The same seed makes the same pairs. */
  readonly seed: number;
  /** How many pairs, no two with the same source. */
  readonly size: number;
  /** How many characters a source has at most; 30 by default. */
  readonly longest?: number;
}

/** How often a sentence has a second clause, and a clause a time, a place; an adjective, or else a number. */
const share = { second: 0.45, time: 0.5, place: 0.5, adjective: 0.4, number: 0.4 };

/**
 * Sentences of a small made Chinese with their only translation: to translate one right, every word of it must be known
 * at the end. A clause is subject, time, place, verb, adjective or number, object; English has time and place last.
 *
 * 我昨天在学校买了三本书 is "i bought three books at school yesterday". 4 to 30 characters, 123 different ones, and 103
 * English words.
 *
 * @throws Error if so many different ones can't be found
 * @example const { pairs } = madeTranslations({ seed: 13, size: 10_000 });
 */
export function madeTranslations({ seed, size, longest = 30 }: MadeTranslationsConfig): Translations {
  expectSize('madeTranslations', 'pairs', size);
  expectSize('madeTranslations', 'characters', longest);
  const rng = new Rng(seed);
  const pairs = new Map<string, SentencePair>();
  for (let tries = 0; pairs.size < size; tries++) {
    if (tries === 20 * size + 1000)
      throw new Error(
        `madeTranslations: expected ${size} different sentences of at most ${longest} characters, found ${pairs.size}`,
      );
    const pair = sentence(rng);
    if (pair.source.length <= longest && !pairs.has(pair.source)) pairs.set(pair.source, pair);
  }
  return {
    pairs: [...pairs.values()],
    provenance: {
      name: 'made translations',
      kind: 'made',
      from: `madeTranslations({ seed: ${seed}, size: ${size}, longest: ${longest} })`,
      licence: 'MIT, as this course',
      source: 'lib/data/made-translations',
    },
  };
}

function sentence(rng: Rng): SentencePair {
  const first = clause(rng);
  if (rng.uniform() >= share.second) return first;
  const link = pick(links, rng);
  const second = clause(rng);
  return {
    source: first.source + link.chinese + second.source,
    target: `${first.target}${link.english} ${second.target}`,
  };
}

function clause(rng: Rng): SentencePair {
  const [subject, verb] = [pick(subjects, rng), pick(verbs, rng)];
  const time = rng.uniform() < share.time ? pick(times, rng) : undefined;
  const place = rng.uniform() < share.place ? pick(places, rng) : undefined;
  const thing = noun(rng);
  const chinese = [
    subject.chinese,
    time?.chinese,
    place && `在${place.chinese}`,
    verb.chinese,
    '了',
    thing.source,
  ];
  const english = [subject.english, verb.english, thing.target, place?.english, time?.english];
  return { source: chinese.join(''), target: english.filter(Boolean).join(' ') };
}

/** 书 a book, 红的书 a red book, 三本书 three books. */
function noun(rng: Rng): SentencePair {
  const { measure, object, one, several } = pick(objects, rng);
  const kind = rng.uniform();
  if (kind < share.adjective) {
    const { chinese, english } = pick(adjectives, rng);
    return { source: `${chinese}的${object}`, target: withArticle(`${english} ${one}`) };
  }
  if (kind < share.adjective + share.number) {
    const { chinese, english } = pick(numbers, rng);
    return { source: `${chinese}${measure}${object}`, target: `${english} ${several}` };
  }
  return { source: object, target: withArticle(one) };
}

const withArticle = (words: string) => `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;

const pick = <T>(from: readonly T[], rng: Rng): T => from[rng.integer(from.length)];
