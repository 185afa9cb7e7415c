import { begin, end, padding } from './sentence-coder';

/**
 * A sentence as a row of a fixed length: begin, its tokens, end, and padding.
 *
 * @param ids the tokens of the sentence
 * @param length how long the row is to be
 * @throws Error on a sentence without tokens, or one that doesn't fit
 * @example sentenceRow([7, 9], 6) // Int32Array [1, 7, 9, 2, 0, 0]
 */
export function sentenceRow(ids: ArrayLike<number>, length: number): Int32Array {
  if (ids.length === 0) throw new Error('sentenceRow: expected a sentence of at least one token, got none');
  if (ids.length > length - 2)
    throw new Error(
      `sentenceRow: expected at most ${length - 2} tokens, so that begin and end fit into ${length}, got ${ids.length}`,
    );
  const row = new Int32Array(length).fill(padding);
  row.set([begin, ...Array.from(ids), end]);
  return row;
}
