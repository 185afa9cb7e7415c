import { writeAside } from '../write-aside';
import type { WordVectors } from './word-vectors';

/** The two forms of word2vec's files. */
export type VectorFormat = 'text' | 'binary';

/**
 * Writes vectors in the format of word2vec.c, which gensim and many others read, whole or not at all.
 *
 * A first line `words size`; then for each word its letters, a space and its numbers: in decimal with spaces between
 * (`text`), or as float32, little-endian (`binary`); then a line end.
 *
 * Source: `word2vec.c` of github.com/tmikolov/word2vec, the end of `TrainModel`.
 *
 * @throws Error naming a word that the format can't hold: an empty one, or one with white space
 */
export function writeWordVectors(file: string, vectors: WordVectors, format: VectorFormat): void {
  if (format !== 'text' && format !== 'binary')
    throw new Error(`writeWordVectors: expected the format 'text' or 'binary', got ${format}`);
  const { words, size } = vectors;
  const unfit = words.find((word) => !/^\S+$/.test(word));
  if (unfit !== undefined)
    throw new Error(
      `writeWordVectors: expected words without white space, got ${JSON.stringify(unfit)}. ` +
        'The format divides words and numbers by spaces.',
    );
  const chunks = [Buffer.from(`${words.length} ${size}\n`)];
  for (const word of words) {
    const vector = vectors.vector(word);
    if (format === 'text') {
      // nine digits tell every float32 from its neighbours
      const numbers = Array.from(vector, (value) => String(Number(value.toPrecision(9))));
      chunks.push(Buffer.from(`${word} ${numbers.join(' ')}\n`));
    } else {
      const numbers = Buffer.alloc(4 * size);
      for (let k = 0; k < size; k++) numbers.writeFloatLE(vector[k], 4 * k);
      chunks.push(Buffer.from(`${word} `), numbers, Buffer.from('\n'));
    }
  }
  writeAside(file, [Buffer.concat(chunks)]);
}
