import { expectSize } from '../expect/expect-size';
import { Rng } from '../rng';
import type { Message, Messages } from './message';

/** How many messages to make, and which. */
export interface MadeMessagesConfig {
  /** The same seed makes the same messages. */
  readonly seed: number;
  /** How many messages. */
  readonly size: number;
}

/** What may stand where a sentence names one of these in braces; `{number}` and `{name}` are drawn letter by letter. */
const slots: Readonly<Record<string, readonly string[]>> = {
  prize: ['a free phone', 'a £1000 prize', 'a holiday', 'free ringtones', '£500 cash', 'a gift voucher'],
  act: ['Call now', 'Claim now', 'Txt WIN', 'Reply YES', 'Call free', 'To claim call'],
  terms: ['T&Cs apply.', '150p per msg.', 'To stop txt STOP.', 'Valid 12 hours only.', '18 or over.'],
  shout: ['URGENT!', 'WINNER!!', 'Congratulations!', 'Last chance!', 'Dear customer,'],
  place: ['home', 'the station', 'school', 'the shop', 'the office', 'the library', 'town'],
  time: ['tonight', 'tomorrow', 'later', 'after work', 'at lunch', 'on Sunday', 'in an hour'],
  thing: ['the tickets', 'some milk', 'my book', 'the keys', 'dinner', 'your notes', 'a cake'],
  mood: ['Ok lol.', 'Sorry,', 'Hey!', 'Thanks so much.', 'Good morning.', 'Miss you.', 'Haha yes,'],
  tail: ['Let me know.', 'See you there.', 'Take care.', 'Call me when you can.', 'No rush.', 'Love you.'],
};

/** What a friend may write, and a sly sender too. */
const either = ['{mood} I tried to reach you {time}. {tail}', 'Are you at {place}? {tail}'];

const ham = [
  ...either,
  '{mood} I will be at {place} {time}.',
  'Can you bring {thing} {time}?',
  'Are you free for lunch {time}? {tail}',
  '{mood} {name} has {thing}, so I go to {place} {time}. {tail}',
  'I am at {place} with {name}. {tail}',
  'Did you get {thing}? {tail}',
  '{name} said you won the game. {mood} {tail}',
];

const spam = [
  '{shout} You have won {prize}. {act} {number}. {terms}',
  '{shout} You are chosen to receive {prize}! {act} {number}',
  'FREE entry: win {prize}! {act} {number} {terms}',
  '{act} {number} for {prize}. {terms} {terms}',
  'Hey! I am {name} from {place}. Call me {time} {number}',
  '{mood} You have a new message. Call {number}',
  ...either,
];

/**
 * Text messages that nobody sent, about as many of them spam as in the SMS Spam Collection (13 in 100), for work without
 * network. A few are worded as a friend would word them, so no filter gets all.
 *
 * @example const { messages } = madeMessages({ seed: 1, size: 2_000 });
 */
export function madeMessages({ seed, size }: MadeMessagesConfig): Messages {
  expectSize('madeMessages', 'messages', size);
  const rng = new Rng(seed);
  return {
    messages: Array.from({ length: size }, (_, index) => make(rng.fork(index))),
    provenance: {
      name: 'made messages',
      kind: 'made',
      from: `madeMessages({ seed: ${seed}, size: ${size} })`,
      licence: 'MIT, as this course',
      source: 'lib/data/made-messages',
    },
  };
}

function make(rng: Rng): Message {
  const label = rng.uniform() < 0.134 ? 'spam' : 'ham';
  const sentence = pick(label === 'spam' ? spam : ham, rng);
  const text = sentence.replace(/\{(\w+)\}/g, (_, slot: string) => {
    if (slot === 'number') return `0${letters('123456789', 10, rng)}`;
    if (slot === 'name') return letters('BDGKLMNRST', 1, rng) + letters('aeilnorsu', 3, rng);
    return pick(slots[slot], rng);
  });
  return { label, text };
}

const pick = <T>(from: readonly T[], rng: Rng): T => from[rng.integer(from.length)];

const letters = (from: string, count: number, rng: Rng) =>
  Array.from({ length: count }, () => pick([...from], rng)).join('');
