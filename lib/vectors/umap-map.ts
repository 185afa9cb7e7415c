import { UMAP } from 'umap-js';
import { expectSize } from '../expect/expect-size';
import type { Rng } from '../rng';
import type { MapPoint } from './map-point';
import type { WordVectors } from './word-vectors';

/** How {@link umapMap} draws. */
export interface UmapOptions {
  /** How many nearest words each word shall be kept near to, 15 by default: few show clumps, many the whole. */
  readonly neighbours?: number;
  readonly rng: Rng;
}

/**
 * Words on a flat map where near words stay near (uniform manifold approximation and projection).
 *
 * Only nearness is kept: the distances between clumps, their sizes, and the axes mean nothing.
 *
 * Source: McInnes, Healy and Melville, "UMAP: uniform manifold approximation and projection for dimension reduction",
 * 2018; computed by the package umap-js.
 *
 * @throws Error where there are not more words than neighbours
 */
export function umapMap(vectors: WordVectors, { neighbours = 15, rng }: UmapOptions): MapPoint[] {
  const { words } = vectors;
  expectSize('umapMap', 'neighbours', neighbours, 2);
  if (words.length <= neighbours)
    throw new Error(
      `umapMap: expected more than ${neighbours} words, as many as neighbours, got ${words.length}`,
    );
  const umap = new UMAP({ nNeighbors: neighbours, random: () => rng.uniform() });
  const places = umap.fit(words.map((word) => [...vectors.direction(word)]));
  return words.map((word, index) => ({ word, x: places[index][0], y: places[index][1] }));
}
