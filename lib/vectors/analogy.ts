import { expectSize } from '../expect/expect-size';
import { largest } from './largest';
import type { WordVectors } from './word-vectors';

/** How {@link analogy} asks. */
export interface AnalogyOptions {
  /** 3CosAdd, the default, or 3CosMul, in which no single large cosine can decide alone. */
  readonly method?: 'add' | 'multiply';
  /** How many answers, 1 by default. */
  readonly count?: number;
}

/** A word and how well it answers. */
export interface AnalogyAnswer {
  readonly word: string;
  readonly score: number;
}

/** What keeps 3CosMul from dividing by zero, as in the paper. */
const epsilon = 0.001;

/**
 * "a is to b as c is to …": the words whose vectors fit best, the best first, never one of the three asked with.
 *
 * 3CosAdd: Mikolov, Yih and Zweig, "Linguistic regularities in continuous space word representations", 2013. 3CosMul:
 * Levy and Goldberg, "Linguistic regularities in sparse and explicit word representations", 2014, sections 3 and 6.
 *
 * @param question the words a, b and c
 * @throws Error naming a word that has no vector; where no other word is left to answer
 * @example analogy(vectors, ['man', 'king', 'woman'])[0].word // 'queen'
 */
export function analogy(
  vectors: WordVectors,
  question: readonly [string, string, string],
  { method = 'add', count = 1 }: AnalogyOptions = {},
): AnalogyAnswer[] {
  if (method !== 'add' && method !== 'multiply')
    throw new Error(`analogy: expected the method 'add' or 'multiply', got ${method}`);
  expectSize('analogy', 'answers', count);
  const asked = new Set(question.map((word) => vectors.row(word)));
  if (asked.size === vectors.words.length)
    throw new Error(`analogy: expected a word beside ${question.join(', ')}, got none`);
  const scores = (method === 'add' ? sums : products)(vectors, question);
  const best = largest(scores, count, asked);
  return best.map((row) => ({ word: vectors.words[row], score: scores[row] }));
}

function sums(vectors: WordVectors, question: readonly [string, string, string]): Float64Array {
  const [a, b, c] = question.map((word) => vectors.direction(word));
  // score(x) = cos(x, b) − cos(x, a) + cos(x, c) = x · (b − a + c), all of length 1
  return vectors.cosines(b.map((value, index) => value - a[index] + c[index]));
}

function products(vectors: WordVectors, question: readonly [string, string, string]): Float64Array {
  // from −1 … 1 to 0 … 1
  const [toA, toB, toC] = question.map((word) =>
    vectors.cosines(vectors.direction(word)).map((cosine) => (cosine + 1) / 2),
  );
  // score(x) = cos(x, b) cos(x, c) / (cos(x, a) + ε)
  return toB.map((cosine, row) => (cosine * toC[row]) / (toA[row] + epsilon));
}
