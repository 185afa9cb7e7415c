import type { Rng } from 'lineage';
import type { StoredTensor } from '../../lib/train/safetensors';
import type { Config } from '../row';
import { tokenChain } from './token-chain';

/**
 * Batches for a language model: rows out of made text, and the same rows one token later.
 *
 * @returns x and y `[count, batch, context]`
 */
export async function languageBatches({ batch, context, vocabulary }: Config, count: number, rng: Rng) {
  const text = tokenChain(100_000, vocabulary, rng.fork('text'));
  const [x, y] = [new Int32Array(count * batch * context), new Int32Array(count * batch * context)];
  for (let row = 0; row < count * batch; row++) {
    const from = rng.integer(text.length - context);
    x.set(text.subarray(from, from + context), row * context);
    y.set(text.subarray(from + 1, from + context + 1), row * context);
  }
  const stored = (data: Int32Array): StoredTensor => ({ dtype: 'I32', shape: [count, batch, context], data });
  return { x: stored(x), y: stored(y), data: `made text of ${vocabulary} different tokens` };
}
