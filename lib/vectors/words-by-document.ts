import { WordVectors } from './word-vectors';

/**
 * Every word as the row of its TF-IDF weights, one number per document: words are alike that share documents.
 *
 * The table of notebook 09, read the other way: there a column, a document, was looked at.
 *
 * @param documents the words of each
 * @param words which words to give vectors; one that is in no document gets zeros
 * @returns vectors of as many numbers as there are documents
 */
export function wordsByDocument(
  documents: readonly (readonly string[])[],
  words: readonly string[],
): WordVectors {
  if (documents.length === 0) throw new Error('wordsByDocument: expected at least one document, got none');
  const size = documents.length;
  const rows = new Map(words.map((word, row) => [word, row]));
  const values = new Float32Array(words.length * size);
  documents.forEach((document, column) => {
    for (const word of document) {
      const row = rows.get(word);
      if (row !== undefined) values[row * size + column]++;
    }
  });
  for (let start = 0; start < values.length; start += size) {
    const row = values.subarray(start, start + size);
    const within = row.reduce((documents, count) => documents + Number(count > 0), 0);
    // weight = tf · (ln((1 + N) / (1 + df)) + 1)
    const idf = Math.log((1 + size) / (1 + within)) + 1;
    for (let column = 0; column < size; column++) row[column] *= idf;
  }
  return new WordVectors(words, values);
}
