import { ChunkWriter } from './chunk-writer';
import type { Gpt } from './gpt';
import { loopFor } from './loop-for';
import type { SamplingOptions } from './next-token-distribution';

/**
 * A writer that goes on with a text several tokens at a time, by a compiled loop; undefined where that isn't worth it,
 * or not possible.
 *
 * @param ids the prompt
 * @param tokens how many will be added; the writer stops where the model's context is full
 */
export function writerFor(
  model: Gpt,
  ids: readonly number[],
  tokens: number,
  options: SamplingOptions & { readonly repetitionPenalty: number },
): ChunkWriter | undefined {
  const { context } = model.config;
  if (ids.length > context) return undefined;
  const { temperature = 1, topK = Infinity, topP = 1, repetitionPenalty } = options;
  const choice = { greedy: temperature === 0, topK, nucleus: topP < 1, penalises: repetitionPenalty > 1 };
  const loop = loopFor(model, choice, Math.min(context, ids.length - 1 + tokens));
  return loop && new ChunkWriter(model, loop, ids, options);
}
