import fc from 'fast-check';
import { SparseVector, stopWords, TfIdf, words } from 'lineage';

const documents = ['a cat', 'a dog', 'a cat and a dog'].map(words);

test('weighs by how often here and in how many others', () => {
  const tfIdf = new TfIdf(documents, { norm: 'none' });
  expect(tfIdf.vocabulary.tokens).toEqual(['a', 'and', 'cat', 'dog']);
  expect([...tfIdf.documentFrequency]).toEqual([3, 1, 2, 2]);
  const weights = tfIdf.transform(['a', 'a', 'dog']).toDense();
  [2 * 1, 0, 0, Math.log(4 / 3) + 1].forEach((weight, index) => {
    expect(weights[index]).toBeCloseTo(weight, 12);
  });
});

test('rare words can be left out', () => {
  expect(new TfIdf(documents, { minDocuments: 2 }).vocabulary.tokens).toEqual(['a', 'cat', 'dog']);
  expect(new TfIdf([['only']]).transform(['only']).toDense()).toEqual(Float64Array.of(1));
});

test('a text without a known word is zeros, like a query of stop words that were left out', () => {
  const content = documents.map((document) => document.filter((word) => !stopWords().has(word)));
  const tfIdf = new TfIdf(content);
  expect(tfIdf.vocabulary.tokens).toEqual(['cat', 'dog']);
  for (const text of ['', 'a and a', 'horse']) {
    expect(tfIdf.transform(words(text))).toEqual(SparseVector.of(2, []));
    expect(tfIdf.transform(words(text)).cosine(tfIdf.transform(['cat']))).toBe(0);
  }
});

test('every row of known words is 1 long, and the order of documents and words makes no difference', () => {
  const document = fc.array(fc.constantFrom(...'abcdefg'), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(document, { minLength: 1, maxLength: 8 }), (corpus) => {
      const tfIdf = new TfIdf(corpus);
      const backwards = new TfIdf([...corpus].reverse());
      expect(backwards.idf).toEqual(tfIdf.idf);
      for (const text of corpus) {
        const row = tfIdf.transform(text);
        expect(row.norm()).toBeCloseTo(1, 12);
        expect(backwards.transform([...text].reverse())).toEqual(row);
      }
    }),
  );
});

test.each([
  [() => new TfIdf([]), 'TfIdf: expected a whole number of documents of at least 1, got 0'],
  [() => new TfIdf([[], []]), 'TfIdf: expected a word that is in at least 1 of the 2 documents, got none'],
  [
    () => new TfIdf(documents, { minDocuments: 4 }),
    'TfIdf: expected a word that is in at least 4 of the 3 documents, got none',
  ],
  [
    () => new TfIdf(documents, { minDocuments: 0 }),
    'TfIdf: expected a whole number of documents that a word must be in of at least 1, got 0',
  ],
])('refuses what makes no sense: %#', (work, message) => {
  expect(work).toThrow(message);
});
