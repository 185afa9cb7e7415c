import type { Analogy } from '../data';
import { type AnalogyOptions, analogy } from './analogy';
import type { WordVectors } from './word-vectors';

/** How a set of analogies was answered. */
export interface AnalogyScore {
  /** How many were answered rightly. */
  readonly right: number;
  /** How many could be asked: all four words have vectors. */
  readonly asked: number;
  /** How many there are. */
  readonly total: number;
  /** right / asked; NaN where none could be asked. */
  readonly accuracy: number;
}

/**
 * The share of analogies whose first answer is the right one, among those whose words all have vectors.
 *
 * @throws Error where there is no question
 * @example analogyScore(vectors, questions).accuracy
 */
export function analogyScore(
  vectors: WordVectors,
  questions: readonly Analogy[],
  options: Pick<AnalogyOptions, 'method'> = {},
): AnalogyScore {
  if (questions.length === 0) throw new Error('analogyScore: expected at least one question, got none');
  const asked = questions.filter(({ words }) => words.every((word) => vectors.has(word)));
  const right = asked.filter(({ words: [a, b, c, d] }) => {
    if (new Set([a, b, c]).has(d)) return false; // such a question has no answer that may be given
    return analogy(vectors, [a, b, c], options)[0].word === d;
  }).length;
  return { right, asked: asked.length, total: questions.length, accuracy: right / asked.length };
}
