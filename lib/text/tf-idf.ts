import { expectSize } from '../expect/expect-size';
import { bagOfWords } from './bag-of-words';
import type { SparseVector } from './sparse-vector';
import { Vocabulary } from './vocabulary';

/** How {@link TfIdf} weighs; the defaults are those of scikit-learn. */
export interface TfIdfOptions {
  /** Counts as if one more document used every word once; true by default. Without it rare words weigh a little more. */
  readonly smoothIdf?: boolean;
  /** `l2` (the default) makes every document's vector 1 long, so that a long text isn't louder than a short one. */
  readonly norm?: 'l2' | 'none';
  /** Words in fewer documents are left out; 1 by default. Higher: a smaller vocabulary, and rare names are not seen. */
  readonly minDocuments?: number;
}

/**
 * Texts as vectors of term frequency times inverse document frequency: a word counts for more the oftener this text has
 * it, and for less the more texts have it.
 *
 * Sources: Luhn, "A statistical approach to mechanized encoding and searching of literary information", 1957 (term
 * frequency); Spärck Jones, "A statistical interpretation of term specificity and its application in retrieval", 1972
 * (inverse document frequency), in the form of scikit-learn's `TfidfVectorizer`.
 *
 * @example new TfIdf([['a', 'cat'], ['a', 'dog']]).transform(['a', 'dog']).toDense() // [0.58, 0, 0.81]
 */
export class TfIdf {
  /** The words of the documents, in alphabetical order. */
  readonly vocabulary: Vocabulary;
  /** In how many documents each word is, `[vocabulary.size]`. */
  readonly documentFrequency: Int32Array;
  /** The weight of each word, `[vocabulary.size]`. */
  readonly idf: Float64Array;
  readonly norm: 'l2' | 'none';

  /** @param documents the words of each document to learn from; their order makes no difference */
  constructor(documents: readonly (readonly string[])[], options: TfIdfOptions = {}) {
    const { smoothIdf = true, norm = 'l2', minDocuments = 1 } = options;
    expectSize('TfIdf', 'documents', documents.length);
    expectSize('TfIdf', 'documents that a word must be in', minDocuments);
    const within = new Map<string, number>();
    for (const document of documents)
      for (const term of new Set(document)) within.set(term, (within.get(term) ?? 0) + 1);
    const terms = [...within.keys()].filter((term) => within.get(term)! >= minDocuments).sort();
    if (terms.length === 0)
      throw new Error(
        `TfIdf: expected a word that is in at least ${minDocuments} of the ${documents.length} documents, got none`,
      );
    this.vocabulary = new Vocabulary(terms);
    this.documentFrequency = Int32Array.from(terms, (term) => within.get(term)!);
    this.norm = norm;
    const n = documents.length;
    // idf = ln((1 + n) / (1 + df)) + 1, or unsmoothed ln(n / df) + 1
    const more = smoothIdf ? 1 : 0;
    this.idf = Float64Array.from(this.documentFrequency, (df) => Math.log((more + n) / (more + df)) + 1);
  }

  /**
   * @param tokens the words of a document or a query; unknown ones are passed over
   * @returns `[vocabulary.size]`; zeros if no word is known
   */
  transform(tokens: Iterable<string>): SparseVector {
    const counts = bagOfWords(tokens, this.vocabulary);
    counts.indices.forEach((term, entry) => {
      // weight = tf · idf
      counts.values[entry] *= this.idf[term];
    });
    return this.norm === 'l2' ? counts.unit() : counts;
  }
}
