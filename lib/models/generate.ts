import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { KeyValueCache } from '../nn';
import type { Rng } from '../rng';
import { drawToken } from './draw-token';
import type { Gpt } from './gpt';
import { nextTokenDistribution, type SamplingOptions } from './next-token-distribution';
import { penaliseRepetition } from './penalise-repetition';
import { writerFor } from './writer-for';

/** How {@link generate} goes on. */
export interface GenerateOptions extends SamplingOptions {
  /** How many tokens to add. */
  readonly tokens: number;
  /** Where the choice of each token is drawn from; the same stream writes the same text. */
  readonly rng: Rng;
  /** Above 1, tokens of the prompt and the text so far become less likely; 1 by default. */
  readonly repetitionPenalty?: number;
  /** Whether keys and values of earlier tokens are remembered: the same text, sooner. True by default. */
  readonly cache?: boolean;
  /**
   * Operation by operation, instead of several tokens in one graph where that is possible. The graph takes sums in
   * another order: where two tokens are as likely to a millionth, it may choose the other one.
   */
  readonly eager?: boolean;
}

/**
 * Continues a text token by token, as a stream.
 *
 * When text and prompt grow longer than the model's context, it sees the last `context` tokens. Every token then
 * stands at a new position, so nothing that was remembered holds, and each further token costs a whole forward pass.
 *
 * @param prompt the tokens to continue, at least one
 * @returns the new tokens one after the other, without the prompt
 * @throws Error on an empty prompt, or a token outside of the vocabulary
 * @example for (const id of generate(model, prompt, { tokens: 200, temperature: 0.8, rng })) text.push(id)
 */
export function* generate(
  model: Gpt,
  prompt: ArrayLike<number>,
  {
    tokens,
    rng,
    repetitionPenalty = 1,
    cache: remembers = true,
    eager = false,
    ...sampling
  }: GenerateOptions,
): Generator<number, void, undefined> {
  expectSize('generate', 'tokens', tokens);
  if (prompt.length === 0) throw new Error('generate: expected a prompt of at least one token, got none');
  const { context, vocabulary } = model.config;
  const ids = Array.from(prompt);
  const strange = ids.findIndex((id) => !Number.isInteger(id) || id < 0 || id >= vocabulary);
  if (strange >= 0)
    throw new Error(
      `generate: expected token ids 0–${vocabulary - 1}, got ${ids[strange]} at position ${strange} of the prompt`,
    );
  // Both look at the settings, before the compiled loop that stands in for them takes them on trust.
  nextTokenDistribution(penaliseRepetition([0], [], repetitionPenalty), sampling);
  let writer =
    remembers && !eager ? writerFor(model, ids, tokens, { ...sampling, repetitionPenalty }) : undefined;
  let cache: Cache = writer ? [] : model.emptyCache(1);
  let logits: ArrayLike<number> = [];
  let read = 0; // how many tokens the cache holds
  let made = 0;
  try {
    while (writer && made < tokens && ids.length <= context) {
      const said = writer.write(ids, tokens - made, rng);
      if (!said) {
        // Token by token, what isn't finite is found and named.
        [read, cache] = [writer.read, writer.take()];
        writer = undefined;
      }
      for (const id of said ?? []) {
        rng.uniform(); // with which it was drawn
        ids.push(id);
        made++;
        yield id;
      }
    }
    for (; made < tokens; made++) {
      if (!remembers || ids.length > context) logits = logitsAfter(model, ids);
      else for (; read < ids.length; read++) [logits, cache] = readOne(model, ids[read], read, cache);
      const likely = penaliseRepetition(logits, ids, repetitionPenalty);
      const id = drawToken(nextTokenDistribution(likely, sampling), rng);
      ids.push(id);
      yield id;
    }
  } finally {
    writer?.dispose();
    tf.dispose(cache);
  }
}

type Cache = KeyValueCache[];

/** The logits after one more token, and the cache that holds it too; the given cache is used up. */
function readOne(model: Gpt, id: number, position: number, cache: Cache): [ArrayLike<number>, Cache] {
  const step = tf.tidy(() => model.next(tf.tensor1d([id], 'int32'), tf.scalar(position, 'int32'), cache));
  tf.dispose(cache);
  const logits = step.logits.dataSync();
  step.logits.dispose();
  return [logits, step.cache];
}

/** The logits after a text, all of which the model reads anew. */
function logitsAfter(model: Gpt, ids: readonly number[]): ArrayLike<number> {
  return tf.tidy(() => {
    const seen = ids.slice(-model.config.context);
    const logits = model.forward(tf.tensor2d(seen, [1, seen.length], 'int32'));
    return logits.slice([0, seen.length - 1], [1, 1]).dataSync();
  });
}
