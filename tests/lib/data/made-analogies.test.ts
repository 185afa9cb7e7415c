import { brown, madeAnalogies, words } from 'lineage';

const world = madeAnalogies({ seed: 1, sentences: 4000 });

test('704 words in sentences of eight, and the same again from the same seed', () => {
  expect(new Set(world.sentences.flat()).size).toBe(704);
  expect(world.sentences.every((sentence) => sentence.length === 8)).toBe(true);
  expect(madeAnalogies({ seed: 1, sentences: 4000 }).sentences).toEqual(world.sentences);
  expect(madeAnalogies({ seed: 2, sentences: 4000 }).sentences).not.toEqual(world.sentences);
  expect(world.provenance.kind).toBe('made');
});

test('each sentence holds one asked word', () => {
  const asked = new Set(world.words.map(({ word }) => word));
  expect(asked.size).toBe(240);
  for (const sentence of world.sentences) expect(sentence.filter((word) => asked.has(word))).toHaveLength(1);
});

test('the questions are true: identities and roles change places', () => {
  const place = new Map(world.words.map((entry) => [entry.word, entry]));
  expect(world.questions).toHaveLength(6840);
  expect(new Set(world.questions.map(({ words }) => words.join())).size).toBe(6840);
  for (const { section, words: asked } of world.questions) {
    const [a, b, c, d] = asked.map((word) => place.get(word)!);
    expect([a, b, c, d].every(({ family }) => family === section)).toBe(true);
    expect([a.identity, c.identity]).toEqual([b.identity, d.identity]);
    expect([a.role, b.role]).toEqual([c.role, d.role]);
    expect(a.identity === c.identity || a.role === b.role).toBe(false);
  }
});

test('no sentence is refused', () => {
  expect(() => madeAnalogies({ seed: 1, sentences: 0 })).toThrow('sentences of at least 1, got 0');
});

test('the Brown corpus: 500 texts, a million words without tags', async () => {
  const { texts, provenance } = await brown();
  expect(texts).toHaveLength(500);
  expect(new Set(texts.map(({ category }) => category)).size).toBe(15);
  const all = texts.flatMap(({ sentences }) => sentences);
  const count = all.reduce((sum, sentence) => sum + sentence.length, 0);
  expect(count).toBeGreaterThan(1_000_000);
  expect(texts[0].sentences[0].slice(0, 7).join(' ')).toBe('the fulton county grand jury said friday');
  expect(all.flat().some((word) => /\/|^[^\p{L}\p{N}]+$/u.test(word) && words(word).length === 0)).toBe(
    false,
  );
  expect(provenance.kind).toBe('npm');
});
