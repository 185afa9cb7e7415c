import type { Rng } from 'lineage';

/** How many words are found beside a word. */
const neighbours = 4;

/** How steeply the words' frequency falls with their rank; in English nearly 1, after subsampling less. */
const steepness = 0.75;

/** Pairs of words and noise, as word2vec is trained with. */
export interface WordPairs {
  /** `[pairs]` */
  readonly centres: Int32Array;
  /** Per pair the word beside it, then the noise, `[pairs × (1 + negatives)]`. */
  readonly targets: Int32Array;
}

/** Made pairs: words by a power law, each beside one of four of its own, noise by the same law. */
export function wordPairs(pairs: number, negatives: number, vocabulary: number, rng: Rng): WordPairs {
  // The share of the words up to rank r is (r / V)^(1 − steepness)
  const word = () =>
    Math.min(vocabulary - 1, Math.floor(vocabulary * rng.uniform() ** (1 / (1 - steepness))));
  const each = 1 + negatives;
  const centres = Int32Array.from({ length: pairs }, word);
  const beside = (centre: number) => (centre * neighbours + rng.integer(neighbours)) % vocabulary;
  const targets = Int32Array.from({ length: pairs * each }, (_, place) =>
    place % each === 0 ? beside(centres[place / each]) : word(),
  );
  return { centres, targets };
}
