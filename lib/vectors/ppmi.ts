import type { SparseMatrix } from './sparse-matrix';

/** By which power the contexts' counts are smoothed: as word2vec's noise. */
const power = 0.75;

/**
 * Positive pointwise mutual information: how much oftener two words stand together than chance would have it, as a
 * logarithm; 0 where it is not oftener.
 *
 * Source: Church and Hanks, "Word association norms, mutual information, and lexicography", 1990; smoothed as in Levy,
 * Goldberg and Dagan, "Improving distributional similarity with lessons learned from word embeddings", 2015, section
 * 3.2.
 *
 * @param counts how often word (row) and context (column) were seen together, not negative
 * @returns the same shape, in nats; what is 0 is left out
 */
export function ppmi(counts: SparseMatrix): SparseMatrix {
  const { rows, columns, starts, indices, values } = counts;
  const ofWord = new Float64Array(rows);
  const ofContext = new Float64Array(columns);
  for (let row = 0; row < rows; row++)
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      if (!(values[entry] >= 0 && values[entry] < Infinity))
        throw new Error(`ppmi: expected counts of at least 0, got ${values[entry]} in row ${row}`);
      ofWord[row] += values[entry];
      ofContext[indices[entry]] += values[entry];
    }
  const smoothed = ofContext.map((count) => count ** power);
  const all = smoothed.reduce((sum, count) => sum + count, 0);
  const keptStarts = new Int32Array(rows + 1);
  const kept: { index: number; value: number }[] = [];
  for (let row = 0; row < rows; row++) {
    for (let entry = starts[row]; entry < starts[row + 1]; entry++) {
      const index = indices[entry];
      // PMI = ln (P(w, c) / (P(w) P(c))), where P(c) = count(c)^¾ / Σ count^¾
      const value = Math.log((values[entry] * all) / (ofWord[row] * smoothed[index]));
      if (value > 0) kept.push({ index, value });
    }
    keptStarts[row + 1] = kept.length;
  }
  return {
    rows,
    columns,
    starts: keptStarts,
    indices: Int32Array.from(kept, ({ index }) => index),
    values: Float64Array.from(kept, ({ value }) => value),
  };
}
