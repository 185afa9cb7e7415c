import { existsSync } from 'node:fs';
import { googleAnalogies, plays, simLex999, wordPairs, wordSim353 } from 'lineage';
import { Scratch } from './small-set';

const mirror = process.env.LINEAGE_DATA;
const withMirror = mirror && existsSync(mirror) ? test : test.skip;

withMirror('WordSim-353, SimLex-999 and Google’s analogies', async () => {
  const { pairs, provenance } = await wordSim353();
  expect(pairs).toHaveLength(353);
  expect(pairs[0]).toEqual({ first: 'love', second: 'sex', rating: 6.77 });
  expect(provenance.kind).toBe('real');
  const lex = await simLex999();
  expect(lex.pairs).toHaveLength(999);
  expect(lex.pairs[0]).toEqual({ first: 'old', second: 'new', rating: 1.58 });
  const all = [...pairs, ...lex.pairs];
  expect(all.every(({ rating }) => rating >= 0 && rating <= 10)).toBe(true);
  const { questions } = await googleAnalogies();
  expect(questions).toHaveLength(19_544);
  expect(new Set(questions.map(({ section }) => section)).size).toBe(14);
  expect(questions[0].words).toEqual(['athens', 'greece', 'baghdad', 'iraq']);
  expect(questions.every(({ words }) => words.length === 4)).toBe(true);
});

withMirror('the plays are read in sentences', async () => {
  const { sentences, provenance } = await plays();
  expect(sentences[0]).toEqual([
    'first',
    'citizen',
    'before',
    'we',
    'proceed',
    'any',
    'further',
    'hear',
    'me',
    'speak',
  ]);
  expect(provenance.kind).toBe('real');
});

test('without them, made pairs and the Brown corpus stand in, and say so', async () => {
  const scratch = await Scratch.make();
  try {
    const pairs = await wordPairs(scratch.places());
    expect(pairs.provenance.kind).toBe('made');
    expect(pairs.provenance.note).toContain('WordSim-353 could not be had');
    expect(pairs.pairs).toHaveLength(300);
    expect(new Set(pairs.pairs.map(({ rating }) => rating))).toEqual(new Set([0, 5, 10]));
    expect(pairs.pairs.every(({ first, second }) => first !== second)).toBe(true);
    const { sentences, provenance } = await plays(scratch.places());
    expect(provenance.kind).toBe('npm');
    expect(provenance.note).toContain('Shakespeare could not be had');
    expect(sentences.length).toBeGreaterThan(10_000);
  } finally {
    await scratch.remove();
  }
});
