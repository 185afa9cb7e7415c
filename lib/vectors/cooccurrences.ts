import { expectSize } from '../expect/expect-size';
import type { SparseMatrix } from './sparse-matrix';

/**
 * How often each word stands near each other word, the table that counting methods start from.
 *
 * Near words count more, as in word2vec, where the reach of a word is drawn from 1 … window: a word d places away
 * counts (window + 1 − d) / window.
 *
 * @param corpus sentences of word numbers, 0 … words − 1
 * @param words how many words there are
 * @param window how far "near" reaches, in words to each side
 * @returns symmetric, `[words, words]`
 * @throws Error naming a word outside the vocabulary
 */
export function cooccurrences(
  corpus: readonly ArrayLike<number>[],
  words: number,
  window: number,
): SparseMatrix {
  expectSize('cooccurrences', 'words', words);
  expectSize('cooccurrences', 'words to each side of the window', window);
  const places = placesOf(corpus, words);
  const sums = new Float64Array(words); // of one row
  const starts = new Int32Array(words + 1);
  const indices: number[] = [];
  const values: number[] = [];
  for (let word = 0; word < words; word++) {
    const touched: number[] = [];
    for (const [sentence, place] of places[word]) {
      const line = corpus[sentence];
      const end = Math.min(line.length - 1, place + window);
      for (let other = Math.max(0, place - window); other <= end; other++) {
        if (other === place) continue;
        const near = line[other];
        if (sums[near] === 0) touched.push(near);
        sums[near] += (window + 1 - Math.abs(other - place)) / window;
      }
    }
    for (const near of touched.sort((a, b) => a - b)) {
      indices.push(near);
      values.push(sums[near]);
      sums[near] = 0;
    }
    starts[word + 1] = indices.length;
  }
  return {
    rows: words,
    columns: words,
    starts,
    indices: Int32Array.from(indices),
    values: Float64Array.from(values),
  };
}

/** Where each word stands: sentence and place in it. */
function placesOf(corpus: readonly ArrayLike<number>[], words: number): [number, number][][] {
  const places: [number, number][][] = Array.from({ length: words }, () => []);
  corpus.forEach((line, sentence) => {
    for (let place = 0; place < line.length; place++) {
      const word = line[place];
      if (!Number.isInteger(word) || word < 0 || word >= words)
        throw new Error(
          `cooccurrences: word ${word} (number ${place} of sentence ${sentence}) is outside the vocabulary of ${words}`,
        );
      places[word].push([sentence, place]);
    }
  });
  return places;
}
