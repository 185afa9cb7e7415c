import fc from 'fast-check';
import { isMadeSentence, madeSenses, senseOdds } from 'lineage/data';

const { sentences, provenance } = madeSenses({ seed: 17, size: 4000 });
const list = (odds: Map<string, number>) =>
  Object.fromEntries([...odds].map(([word, p]) => [word, +p.toFixed(6)]));

test('the same seed makes the same sentences, another one others', () => {
  expect(madeSenses({ seed: 17, size: 30 }).sentences).toEqual(sentences.slice(0, 30));
  expect(madeSenses({ seed: 18, size: 30 }).sentences).not.toEqual(sentences.slice(0, 30));
  expect(provenance).toMatchObject({ kind: 'made', from: 'madeSenses({ seed: 17, size: 4000 })' });
});

test('half of the things are words of two senses; each sense and side as often as the others', () => {
  const share = (is: (sentence: (typeof sentences)[number]) => boolean) => sentences.filter(is).length / 4000;
  expect(Math.abs(share(({ ambiguous }) => ambiguous) - 1 / 2)).toBeLessThan(0.03);
  for (const side of ['left', 'right', 'both'])
    expect(Math.abs(share((sentence) => sentence.side === side) - 1 / 3)).toBeLessThan(0.03);
  for (let label = 0; label < 12; label++)
    expect(Math.abs(share((sentence) => sentence.label === label) - 1 / 12)).toBeLessThan(0.02);
  const lengths = sentences.map(({ tokens }) => tokens.length);
  expect([Math.min(...lengths), Math.max(...lengths)]).toEqual([5, 10]);
});

test('the other side says nothing: with it alone both senses are as likely', () => {
  // What may stand where the clue is, given the word and the other side: as much of one sense as of the other.
  for (const { tokens, place, side, label, ambiguous } of sentences.slice(0, 300)) {
    if (!ambiguous || side === 'both') continue;
    const told = side === 'left' ? tokens.slice(0, place) : tokens.slice(place + 1);
    const clue = told.findIndex((word) => owner(word) === label);
    const at = side === 'left' ? clue : place + 1 + clue;
    const odds = senseOdds(tokens.slice(0, at), tokens.slice(at + 1));
    const of = (sense: number) =>
      [...odds].reduce((sum, [word, p]) => sum + (owner(word) === sense ? p : 0), 0);
    expect(of(label)).toBeCloseTo(0.5, 9);
    expect(of(label ^ 1)).toBeCloseTo(0.5, 9);
  }
});

/** The sense that alone has this clue, found by asking which sentences there are. */
function owner(word: string): number | undefined {
  clues ??= new Map(
    sentences.flatMap(({ tokens, place, label }) =>
      tokens.flatMap((token, index) => {
        const before = tokens.slice(0, index).join(' ');
        const isClue = /(^|\b)(near|of) the$/.test(before) || (before === 'the' && index < place);
        return isClue ? [[token, label] as const] : [];
      }),
    ),
  );
  return clues.get(word);
}
let clues: Map<string, number> | undefined;

test('each clue belongs to one sense', () => {
  const seen = new Map<string, number>();
  for (const { tokens, place, label } of sentences)
    for (const [index, token] of tokens.entries()) {
      if (index === place || owner(token) === undefined) continue;
      expect(seen.get(token) ?? label).toBe(label);
      seen.set(token, label);
    }
  expect(seen.size).toBe(12 * 9);
});

test('known odds: the word or its companions, what may follow, and where a sentence may end', () => {
  expect(list(senseOdds(['the', 'angler', 'saw', 'the'], []))).toEqual({
    bank: 0.5,
    bridge: 0.25,
    mill: 0.25,
  });
  expect(list(senseOdds(['she', 'saw', 'the', 'bat', 'near']))).toEqual({ the: 1 });
  // After a thing, without knowing what follows: 0.4 end, 0.4 one word of four, 0.2 two words.
  const ends = list(senseOdds(['she', 'saw', 'the', 'bat', 'near', 'the', 'cave']));
  expect(ends).toEqual({ '<end>': 0.4, last: 0.2, again: 0.1, yesterday: 0.1, today: 0.1, twice: 0.1 });
  // Both bats: six things each.
  expect(Object.keys(list(senseOdds(['she', 'saw', 'the', 'bat', 'near', 'the'])))).toHaveLength(12);
  expect(senseOdds(['the', 'angler', 'saw', 'the'], ['near', 'the', 'loan']).size).toBe(0);
  expect(senseOdds(['never', 'seen']).size).toBe(0);
});

test('odds sum to 1, hold the true word, and are right about how often it is the likeliest', () => {
  let [hits, expected] = [0, 0];
  for (const [index, { tokens }] of sentences.entries()) {
    const place = index % tokens.length;
    const [left, right] = [tokens.slice(0, place), tokens.slice(place + 1)];
    const odds = senseOdds(left, right);
    expect([...odds.values()].reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 9);
    expect(odds.get(tokens[place])).toBeGreaterThan(0);
    const [[likeliest, p]] = odds;
    hits += Number(likeliest === tokens[place]);
    expected += p;
    // To know what follows can't make the true word impossible, nor the wrong ones possible.
    const ahead = senseOdds(left);
    for (const word of odds.keys()) expect(ahead.has(word)).toBe(true);
  }
  expect(Math.abs(hits - expected) / 4000).toBeLessThan(0.025);
});

test('knows its own sentences from others', () => {
  fc.assert(
    fc.property(fc.nat(3999), fc.nat(11), (index, at) => {
      const { tokens } = sentences[index];
      expect(isMadeSentence(tokens)).toBe(true);
      const place = at % tokens.length;
      expect(isMadeSentence(Object.assign([...tokens], { [place]: 'gpt' }))).toBe(false);
    }),
  );
  expect(isMadeSentence([])).toBe(false);
  expect(isMadeSentence(['the', 'angler', 'saw', 'the'])).toBe(false);
  expect(isMadeSentence('near the river she saw the crane'.split(' '))).toBe(false);
});

test('refuses no sentences', () => {
  expect(() => madeSenses({ seed: 1, size: 0 })).toThrow(
    'madeSenses: expected a whole number of sentences of at least 1, got 0',
  );
});
