import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readWordVectors, WordVectors, writeWordVectors } from 'lineage';

const fixtures = path.join(__dirname, 'fixtures');
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'vectors-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Written by gensim 4.2.0, `KeyedVectors.save_word2vec_format`. */
test.each(['text', 'binary'] as const)('reads what gensim wrote, %s', (format) => {
  const file = path.join(fixtures, format === 'text' ? 'gensim.txt' : 'gensim.bin');
  const vectors = readWordVectors(file, format);
  expect(vectors.words).toEqual(['naïve', '词', 'queen']);
  const expected = Float32Array.of(1, -0.5, 0.25, 0.1, 1e-8, -3.25, 0, 0, 1 / 3);
  expect([...vectors.values]).toEqual([...expected]);
});

/** Written by word2vec.c (github.com/tmikolov/word2vec), once with `-binary 1` and once without, from one text. */
test('reads what word2vec.c wrote', () => {
  const binary = readWordVectors(path.join(fixtures, 'word2vec-c.bin'), 'binary');
  expect(binary.words).toEqual(['</s>', 'the', 'throne', 'sat', 'on']);
  const text = readWordVectors(path.join(fixtures, 'word2vec-c.txt'), 'text');
  expect(text.words).toEqual(binary.words);
  // it writes six decimals
  text.values.forEach((value, index) => {
    expect(Math.abs(value - binary.values[index])).toBeLessThan(1e-6);
  });
});

test('what is written is read again, bit by bit', () => {
  const word = fc.string({
    unit: fc.constantFrom('a', 'é', '词', '-', '🙂', '0'),
    minLength: 1,
    maxLength: 6,
  });
  const floats = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true }), { minLength: 6, maxLength: 6 });
  const rows = fc.uniqueArray(word, { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(rows, floats, fc.constantFrom('text', 'binary'), (words, values, format) => {
      const file = path.join(folder, 'vectors');
      const vectors = new WordVectors(words, values);
      writeWordVectors(file, vectors, format as 'text' | 'binary');
      const again = readWordVectors(file, format as 'text' | 'binary');
      expect(again.words).toEqual(words);
      const bits = (those: WordVectors): number[] => [...new Uint32Array(those.values.slice().buffer)];
      // the text form has no negative zero
      if (format === 'binary') expect(bits(again)).toEqual(bits(vectors));
      else expect([...again.values].map((x) => x + 0)).toEqual([...vectors.values].map((x) => x + 0));
    }),
    { numRuns: 60 },
  );
});

test('is written aside, and nothing else is left in the folder', () => {
  writeWordVectors(path.join(folder, 'v.txt'), new WordVectors(['a'], [0.5, -2]), 'text');
  expect(readFileSync(path.join(folder, 'v.txt'), 'utf8')).toBe('1 2\na 0.5 -2\n');
  expect(readdirSync(folder)).toEqual(['v.txt']);
});

const gensimFile = (): Buffer => readFileSync(path.join(fixtures, 'gensim.bin'));
const broken: [string, string | Buffer, 'text' | 'binary', string][] = [
  ['cut', gensimFile().subarray(0, 40), 'binary', 'is cut: it ends within word 3 of the 3'],
  ['cut in the first word', gensimFile().subarray(0, 14), 'binary', 'is cut: it ends within word 1'],
  ['longer', Buffer.concat([gensimFile(), Buffer.from('more')]), 'binary', 'has 4 bytes more'],
  ['without a header', 'the 0.1 0.2\n', 'text', 'begins with "the 0.1 0.2", expected a line "words size"'],
  ['empty', '', 'binary', 'begins with "", expected a line "words size"'],
  ['of no words', '0 5\n', 'text', 'begins with "0 5"'],
  ['with a giant header', '99999999999 300\n', 'binary', 'more than fit into its 16 bytes'],
  ['with a word twice', '2 1\na 1\na 2\n', 'text', 'expected each word once, got "a" twice'],
  ['with a short line', '2 2\na 1 2\nb 1\n', 'text', 'has in line 3 "b" and not 2 numbers, but 1 parts'],
  ['with a word for a number', '1 2\na 1 x\n', 'text', 'has in line 2 "a" and not 2 numbers'],
  ['with too few lines', '3 1\na 1\nb 2\n', 'text', 'has 2 words, its first line says 3'],
  ['with NaN', '1 1\na nan\n', 'text', 'has in line 2 "a" and not 1 numbers'],
];

test.each(broken)('a file %s is refused by name', (_, content, format, message) => {
  const file = path.join(folder, 'broken');
  writeFileSync(file, content);
  expect(() => readWordVectors(file, format)).toThrow(`readWordVectors: ${file} `);
  expect(() => readWordVectors(file, format)).toThrow(message);
});

test('a missing file, another format and a word with a space are refused', () => {
  const file = path.join(folder, 'absent');
  expect(() => readWordVectors(file, 'text')).toThrow(`readWordVectors: can't read ${file}`);
  expect(() => readWordVectors(file, 'json' as never)).toThrow("expected the format 'text' or 'binary'");
  const vectors = new WordVectors(['new york'], [1]);
  expect(() => writeWordVectors(file, vectors, 'text')).toThrow('without white space, got "new york"');
  expect(() => writeWordVectors(file, vectors, 'json' as never)).toThrow("'text' or 'binary', got json");
  expect(readdirSync(folder)).toEqual([]);
});
