import type * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { dropout, type Embedding } from '../nn';
import type { Rng } from '../rng';

/** A model that learns a vector for each token and for each place. */
export interface WithPositions {
  readonly tokens: Embedding;
  readonly positions: Embedding;
  readonly config: { readonly context: number; readonly channels: number; readonly dropout: number };
}

/**
 * What goes into the first block: each token's vector plus that of its place.
 *
 * @param who the model's name
 * @param ids int32 `[batch, time]`, at most `context` tokens a row
 * @param rng given only while training: where dropout draws from
 * @returns `[batch, time, channels]`
 */
export function embedRow(who: string, model: WithPositions, ids: tf.Tensor2D, rng?: Rng): tf.Tensor3D {
  if (ids.dtype !== 'int32') throw new Error(`${who}: expected int32 token ids, got ${ids.dtype}`);
  expectShape(who, ids, 'batch', 'time');
  const { context, channels: C, dropout: rate } = model.config;
  const T = ids.shape[1];
  if (T > context)
    throw new Error(
      `${who}: expected at most ${context} tokens a row (its context), got ${T}. Cut the text shorter.`,
    );
  const positions = model.positions.weight.slice([0, 0], [T, C]);
  // x = E[ids] + P[0 … T − 1]                                        [B, T, C]
  const x = model.tokens.forward<tf.Tensor3D>(ids).add<tf.Tensor3D>(positions);
  return rng && rate > 0 ? dropout(x, rate, rng) : x;
}
