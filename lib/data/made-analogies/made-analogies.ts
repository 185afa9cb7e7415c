import { expectSize } from '../../expect/expect-size';
import { Rng } from '../../rng';
import type { Analogies, Analogy } from '../analogies';
import { families, fillers } from './families';

/** How many sentences to make. */
export interface MadeAnalogiesConfig {
  /** The same seed makes the same sentences. */
  readonly seed: number;
  /** Of eight words each. */
  readonly sentences: number;
}

/** A made corpus and the analogies that hold in it. */
export interface MadeAnalogies extends Analogies {
  readonly sentences: readonly (readonly string[])[];
  /** The words that are asked about, with their place in the made world. */
  readonly words: readonly MadeWord[];
}

/** A word that is an identity in a role: "queen" is the king's rank and female. */
export interface MadeWord {
  readonly word: string;
  readonly family: string;
  /** 0 … 19 within the family. */
  readonly identity: number;
  readonly role: number;
}

/** A word and what stands beside it. */
interface Entry extends MadeWord {
  readonly identityCues: readonly string[];
  readonly roleCues: readonly string[];
}

/**
 * Sentences of a made world in which analogies have a known right answer.
 *
 * Every asked word is one of 100 identities in one of 12 roles: king and queen are one rank in two genders, walked is
 * walk in the past. A sentence holds such a word, two words that go with its identity (in any role), two that go with
 * its role (for any identity), and three fillers, in any order: 704 words in all.
 *
 * @returns the sentences and all 6,840 questions: two identities of a family, from one role to another
 * @example const { sentences, questions } = madeAnalogies({ seed: 1, sentences: 20_000 });
 */
export function madeAnalogies({ seed, sentences }: MadeAnalogiesConfig): MadeAnalogies {
  expectSize('madeAnalogies', 'sentences', sentences);
  const rng = new Rng(seed);
  const all = entries();
  return {
    sentences: Array.from({ length: sentences }, () => sentence(all[rng.integer(all.length)], rng)),
    words: all.map(({ word, family, identity, role }) => ({ word, family, identity, role })),
    questions: questionsOf(all),
    provenance: {
      name: 'made analogies',
      kind: 'made',
      from: `madeAnalogies({ seed: ${seed}, sentences: ${sentences} })`,
      licence: 'MIT, as this course',
      source: 'lib/data/made-analogies',
    },
  };
}

function entries(): Entry[] {
  return families.flatMap(({ name, roleCues, identities }) =>
    identities.flatMap((line, identity) => {
      const [forms, cues] = line.split(' | ').map((part) => part.split(' '));
      return forms.map((word, role) => ({
        word,
        family: name,
        identity,
        role,
        identityCues: cues,
        roleCues: roleCues[role].split(' '),
      }));
    }),
  );
}

function sentence({ word, identityCues, roleCues }: Entry, rng: Rng): string[] {
  const two = (cues: readonly string[]) =>
    [...rng.permutation(cues.length).subarray(0, 2)].map((k) => cues[k]);
  const filler = () => fillers[Math.floor(fillers.length * rng.uniform() ** 3)];
  const words = [word, ...two(identityCues), ...two(roleCues), filler(), filler(), filler()];
  return Array.from(rng.permutation(words.length), (place) => words[place]);
}

/** a is to b as c is to d: a and b are one identity, c and d another; a and c are in one role, b and d in another. */
function questionsOf(all: readonly Entry[]): Analogy[] {
  const places = new Map(
    all.map(({ family, identity, role, word }) => [`${family} ${identity} ${role}`, word]),
  );
  return all.flatMap((a) =>
    all.flatMap((d) => {
      if (a.family !== d.family || a.identity === d.identity || a.role === d.role) return [];
      const b = places.get(`${a.family} ${a.identity} ${d.role}`)!;
      const c = places.get(`${a.family} ${d.identity} ${a.role}`)!;
      return [{ section: a.family, words: [a.word, b, c, d.word] as const }];
    }),
  );
}
