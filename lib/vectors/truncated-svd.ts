import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import { orthonormalise } from './orthonormalise';
import type { SparseMatrix } from './sparse-matrix';

/** The largest part of a matrix: A ≈ U Σ Vᵀ. */
export interface TruncatedSvd {
  /** The left singular vectors, `[rows × rank]`, row after row. */
  readonly u: Float64Array;
  /** The singular values, the largest first, `[rank]`. */
  readonly sigma: Float64Array;
}

/** How many directions are looked at beside those that are wanted, so that none of these is missed. */
const spare = 10;
/** How many times the matrix and its transpose are applied: each makes large singular values stand out more. */
const turns = 3;

/**
 * The first `rank` left singular vectors and singular values of a sparse matrix, by random projections: a matrix times
 * random columns shows the directions in which it is large.
 *
 * Exact where `rank` + 10 is at least the number of rows or columns; else close, where the singular values fall.
 *
 * Source: Halko, Martinsson and Tropp, "Finding structure with randomness", 2011, algorithms 4.4 and 5.1.
 *
 * @throws Error where `rank` is larger than the matrix
 */
export function truncatedSvd(matrix: SparseMatrix, rank: number, rng: Rng): TruncatedSvd {
  const { rows, columns } = matrix;
  expectSize('truncatedSvd', 'singular values', rank);
  if (rank > Math.min(rows, columns))
    throw new Error(
      `truncatedSvd: expected at most ${Math.min(rows, columns)} singular values for a matrix of ` +
        `${rows} × ${columns}, got ${rank}`,
    );
  const width = Math.min(rank + spare, rows, columns);
  const random = Float64Array.from({ length: columns * width }, () => rng.normal());
  let q = times(matrix, random, width);
  orthonormalise(q, width);
  for (let turn = 0; turn < turns; turn++) {
    const z = transposedTimes(matrix, q, width);
    orthonormalise(z, width);
    q = times(matrix, z, width);
    orthonormalise(q, width);
  }
  const b = transposedTimes(matrix, q, width); // Bᵀ = Aᵀ Q, [columns, width]
  // B Bᵀ = W Σ² Wᵀ, and A ≈ Q B, so U = Q W
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(gram(b, width), {
    assumeSymmetric: true,
  });
  const order = [...realEigenvalues.keys()].sort((i, j) => realEigenvalues[j] - realEigenvalues[i]);
  const chosen = order.slice(0, rank);
  const u = new Float64Array(rows * rank);
  for (let row = 0; row < rows; row++)
    chosen.forEach((column, k) => {
      let sum = 0;
      for (let i = 0; i < width; i++) sum += q[row * width + i] * eigenvectorMatrix.get(i, column);
      u[row * rank + k] = sum;
    });
  const sigma = Float64Array.from(chosen, (column) => Math.sqrt(Math.max(0, realEigenvalues[column])));
  return { u, sigma };
}

/** A X. @param x `[columns × width]` @returns `[rows × width]` */
function times({ rows, starts, indices, values }: SparseMatrix, x: Float64Array, width: number) {
  const product = new Float64Array(rows * width);
  for (let row = 0; row < rows; row++)
    for (let entry = starts[row]; entry < starts[row + 1]; entry++)
      addRow(product, row * width, x, indices[entry] * width, values[entry], width);
  return product;
}

/** Aᵀ X. @param x `[rows × width]` @returns `[columns × width]` */
function transposedTimes(
  { rows, columns, starts, indices, values }: SparseMatrix,
  x: Float64Array,
  width: number,
) {
  const product = new Float64Array(columns * width);
  for (let row = 0; row < rows; row++)
    for (let entry = starts[row]; entry < starts[row + 1]; entry++)
      addRow(product, indices[entry] * width, x, row * width, values[entry], width);
  return product;
}

function addRow(
  to: Float64Array,
  toStart: number,
  from: Float64Array,
  fromStart: number,
  factor: number,
  width: number,
) {
  for (let i = 0; i < width; i++) to[toStart + i] += factor * from[fromStart + i];
}

/** Xᵀ X. @param x `[rows × width]` @returns `[width, width]` */
function gram(x: Float64Array, width: number): Matrix {
  const product = Matrix.zeros(width, width);
  const sums = new Float64Array(width * width);
  for (let start = 0; start < x.length; start += width)
    for (let i = 0; i < width; i++) addRow(sums, i * width, x, start, x[start + i], width);
  for (let i = 0; i < width; i++) for (let j = 0; j < width; j++) product.set(i, j, sums[i * width + j]);
  return product;
}
