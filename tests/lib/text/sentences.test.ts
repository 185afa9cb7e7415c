import fc from 'fast-check';
import { sentences } from 'lineage';

test('a full stop, a question mark and an exclamation mark end a sentence, a line break does not', () => {
  expect(sentences('Speak, speak. Is it\na verdict?  No more!! Away')).toEqual([
    'Speak, speak.',
    'Is it a verdict?',
    'No more!!',
    'Away',
  ]);
  expect(sentences('你好。我们去哪儿？')).toEqual(['你好。', '我们去哪儿？']);
  expect(sentences(' \n ')).toEqual([]);
  expect(sentences('')).toEqual([]);
});

test('only white space is lost', () => {
  const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '.', '?', '。', '\ud83d') });
  fc.assert(
    fc.property(text, (text) => {
      const [before, after] = [text, sentences(text).join('')].map((one) => one.replace(/[\s.?。]/g, ''));
      expect(after).toBe(before);
    }),
  );
});

test('takes ten million characters without an end, and refuses what is no text', () => {
  expect(sentences('la '.repeat(3_400_000))).toHaveLength(1);
  // @ts-expect-error: not a string
  expect(() => sentences(null)).toThrow('sentences: expected a string, got null');
});
