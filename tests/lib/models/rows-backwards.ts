import * as tf from '@tensorflow/tfjs';
import { Rng } from 'lineage';

/** Int32 token ids, a row for each list. */
export const ids = (...rows: number[][]) => tf.tensor2d(rows, [rows.length, rows[0].length], 'int32');

/** The greatest difference between two tensors' numbers. */
export const apart = (a: tf.Tensor, b: tf.Tensor) => a.sub(b).abs().max().dataSync()[0];

/** The tokens 1–6 are words, 0 is padding; these two begin and end a target. */
export const [begin, end] = [7, 8];

/** Row `number` of a task for translators: two to four words, to be written backwards. */
export function wordsOf(number: number): number[] {
  const rng = new Rng(number);
  return Array.from({ length: 2 + rng.integer(3) }, () => 1 + rng.integer(6));
}

/** Words followed by padding. */
export const padded = (tokens: readonly number[], length: number) =>
  Array.from({ length }, (_, place) => tokens[place] ?? 0);

/** Sources of four tokens with their targets, as translators are trained on them. */
export const rowsBackwards = (size: number) => ({
  size,
  take: (indices: ArrayLike<number>) => {
    const rows = Array.from(indices, wordsOf);
    const targets = rows.map((tokens) => [...tokens].reverse());
    return {
      x: ids(...rows.map((tokens, k) => [...padded(tokens, 4), begin, ...padded(targets[k], 4)])),
      y: ids(...targets.map((tokens) => padded([...tokens, end], 5))),
    };
  },
});

/** Forty rows that are none of the first thousand. */
export const unseenRows = () => Array.from({ length: 40 }, (_, k) => wordsOf(1000 + k));
