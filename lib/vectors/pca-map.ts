import { PCA } from 'ml-pca';
import type { MapPoint } from './map-point';
import type { WordVectors } from './word-vectors';

/** A flat map and how much of the vectors it shows. */
export interface PcaMap {
  readonly points: readonly MapPoint[];
  /** The share of the vectors' spread that lies along x and y, 0 … 1. */
  readonly explained: number;
}

/**
 * Words on a flat map: the two directions along which their directions spread most (principal component analysis).
 *
 * A shadow: distances on it are never larger than the true ones, and far things may fall on one another. Which way an
 * axis points is settled by the word that is furthest out, which gets a positive number.
 *
 * Source: Hotelling, "Analysis of a complex of statistical variables into principal components", 1933; computed by
 * the package ml-pca.
 *
 * @throws Error where there are fewer than three words or two numbers a vector
 */
export function pcaMap(vectors: WordVectors): PcaMap {
  const { words, size } = vectors;
  if (words.length < 3 || size < 2)
    throw new Error(`pcaMap: expected at least 3 words of 2 numbers, got ${words.length} of ${size}`);
  const rows = words.map((word) => [...vectors.direction(word)]);
  const pca = new PCA(rows);
  const [x, y] = [0, 1].map((axis) => turned(pca.predict(rows, { nComponents: 2 }).getColumn(axis)));
  const [first, second] = pca.getExplainedVariance();
  return {
    points: words.map((word, index) => ({ word, x: x[index], y: y[index] })),
    explained: first + second,
  };
}

/** The axis, turned round if its number furthest from zero is negative: either way is right. */
function turned(values: readonly number[]): number[] {
  const furthest = values.reduce((far, value) => (Math.abs(value) > Math.abs(far) ? value : far), 0);
  return values.map((value) => value * Math.sign(furthest || 1));
}
