import { endings, type Sense, senses, verbs, viewers } from './lexicon';

/** On which side of the word its meaning is told; the other side, where there is one, says nothing about it. */
export type Side = 'left' | 'right' | 'both';

/** What may stand at one place: words and their probabilities, which sum to 1. */
export type Place = ReadonlyMap<string, number>;

/** Sentences built alike: each place is drawn by itself, so the probability of a sentence is a product. */
export interface Pattern {
  readonly probability: number;
  readonly sense: Sense;
  readonly side: Side;
  readonly places: readonly Place[];
  /** Where the word of two senses stands, or one of its companions. */
  readonly place: number;
}

/** How often the word itself stands there, rather than a companion. */
const wordShare = 0.5;

type Slot = 'viewer' | 'verb' | 'noun' | 'thing' | 'person' | 'state';

/** Words in braces are drawn. */
const frames: readonly { readonly side: Side; readonly words: string }[] = [
  { side: 'left', words: 'near the {thing} {viewer} {verb} the {noun}' },
  { side: 'left', words: 'the {person} {verb} the {noun}' },
  { side: 'right', words: '{viewer} {verb} the {noun} near the {thing}' },
  { side: 'right', words: '{viewer} {verb} the {noun} of the {person}' },
  { side: 'both', words: 'near the {thing} {viewer} {verb} the {noun} {state}' },
  { side: 'both', words: 'the {person} {verb} the {noun} {state}' },
];

/** All patterns; their probabilities sum to 1. */
export const patterns: readonly Pattern[] = senses.flatMap((sense) =>
  frames.flatMap(({ side, words }) =>
    endings.map((ending) => {
      const slots = words.split(' ');
      return {
        probability: ending.share / (senses.length * frames.length),
        sense,
        side,
        places: [...slots.map((slot) => placeOf(slot, sense)), ...ending.words.map(evenly)],
        place: slots.indexOf('{noun}'),
      };
    }),
  ),
);

function placeOf(slot: string, sense: Sense): Place {
  if (!slot.startsWith('{')) return evenly([slot]);
  const { word, companions, things, people, states } = sense;
  const rest = (1 - wordShare) / companions.length;
  const drawn: Readonly<Record<Slot, Place>> = {
    viewer: evenly(viewers),
    verb: evenly(verbs),
    noun: new Map([[word, wordShare], ...companions.map((other): [string, number] => [other, rest])]),
    thing: evenly(things),
    person: evenly(people),
    state: evenly(states),
  };
  return drawn[slot.slice(1, -1) as Slot];
}

function evenly(words: readonly string[]): Place {
  return new Map(words.map((word) => [word, 1 / words.length]));
}
