import type { Rng } from 'lineage';

/** How many tokens may follow a token. */
const followers = 4;

/**
 * Made text that a model can learn: after each token comes one of four, drawn evenly, so its entropy is ln 4 nats.
 *
 * @returns `[length]` token ids
 */
export function tokenChain(length: number, vocabulary: number, rng: Rng): Int32Array {
  const next = Int32Array.from({ length: vocabulary * followers }, () => rng.integer(vocabulary));
  const chain = new Int32Array(length);
  for (let place = 1; place < length; place++)
    chain[place] = next[chain[place - 1] * followers + rng.integer(followers)];
  return chain;
}
