import { expectSize } from '../../expect/expect-size';

/**
 * How often each word of the vocabulary occurs in the corpus.
 *
 * @param corpus sentences of word numbers, 0 … vocabularySize − 1
 * @throws Error naming the first word outside the vocabulary; where nothing can be learned: less than two different
 * words, or no sentence of two words
 */
export function countWords(corpus: readonly ArrayLike<number>[], vocabularySize: number): Float64Array {
  expectSize('countWords', 'words in the vocabulary', vocabularySize, 2);
  const counts = new Float64Array(vocabularySize);
  let longest = 0;
  corpus.forEach((sentence, index) => {
    longest = Math.max(longest, sentence.length);
    for (let place = 0; place < sentence.length; place++) {
      const word = sentence[place];
      if (!Number.isInteger(word) || word < 0 || word >= vocabularySize)
        throw new Error(
          `trainWord2Vec: word ${word} (number ${place} of sentence ${index}) is outside the vocabulary of ` +
            `${vocabularySize} (0–${vocabularySize - 1}). Was the text encoded with another vocabulary?`,
        );
      counts[word]++;
    }
  });
  const different = counts.filter((count) => count > 0).length;
  if (longest < 2)
    throw new Error(
      `trainWord2Vec: expected a sentence of two words or more, got ${corpus.length} sentences of at most ${longest}`,
    );
  if (different < 2)
    throw new Error(`trainWord2Vec: expected at least two different words, got ${different}`);
  return counts;
}
