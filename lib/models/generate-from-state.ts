import * as tf from '@tensorflow/tfjs';
import { compile } from '../compile';
import { expectSize } from '../expect/expect-size';
import { drawToken } from './draw-token';
import type { GenerateOptions } from './generate';
import { nextTokenDistribution } from './next-token-distribution';
import { penaliseRepetition } from './penalise-repetition';
import type { RecurrentLanguageModel, RecurrentState } from './recurrent-language-model';

/**
 * Continues a text token by token, as a stream, by a model whose state remembers all that came before: each token costs
 * the same, however long the text is. For a GPT, see {@link generate}.
 *
 * @param prompt the tokens to continue, at least one
 * @returns the new tokens one after the other, without the prompt
 * @throws Error on an empty prompt, or a token outside of the vocabulary
 * @example for (const id of generateFromState(model, prompt, { tokens: 200, temperature: 0.8, rng })) text.push(id)
 */
export function* generateFromState<S extends RecurrentState>(
  model: RecurrentLanguageModel<S>,
  prompt: ArrayLike<number>,
  { tokens, rng, repetitionPenalty = 1, eager = false, ...sampling }: Omit<GenerateOptions, 'cache'>,
): Generator<number, void, undefined> {
  const who = 'generateFromState';
  expectSize(who, 'tokens', tokens);
  if (prompt.length === 0) throw new Error(`${who}: expected a prompt of at least one token, got none`);
  const { vocabulary } = model.config;
  const ids = Array.from(prompt);
  const strange = ids.findIndex((id) => !Number.isInteger(id) || id < 0 || id >= vocabulary);
  if (strange >= 0)
    throw new Error(
      `${who}: expected token ids 0–${vocabulary - 1}, got ${ids[strange]} at position ${strange} of the prompt`,
    );
  let state: RecurrentState = model.emptyState(1);
  const names = Object.keys(state);
  const next = (id: tf.Tensor1D, ...parts: tf.Tensor3D[]) => {
    const before = Object.fromEntries(
      names.map((name, index) => [name, parts[index]]),
    ) as RecurrentState as S;
    const { logits, state } = model.read(id.reshape([1, 1]), before);
    return { logits, ...state };
  };
  const compiled = compile(next, { steady: true, xla: 'never' });
  let logits: ArrayLike<number> = [];
  let read = 0; // how many tokens the state remembers
  try {
    for (let made = 0; made < tokens; made++) {
      for (; read < ids.length; read++) {
        const parts = names.map((name) => state[name]);
        const step = tf.tidy(() => (eager ? next : compiled)(tf.tensor1d([ids[read]], 'int32'), ...parts));
        tf.dispose(parts);
        const { logits: scores, ...rest } = step as { readonly logits: tf.Tensor } & RecurrentState;
        state = rest;
        logits = scores.dataSync();
        scores.dispose();
      }
      const likely = penaliseRepetition(logits, ids, repetitionPenalty);
      const id = drawToken(nextTokenDistribution(likely, sampling), rng);
      ids.push(id);
      yield id;
    }
  } finally {
    tf.dispose(Object.values(state));
    compiled.dispose();
  }
}
