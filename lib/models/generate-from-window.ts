import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import type { Layer } from '../nn';
import { drawToken } from './draw-token';
import type { GenerateOptions } from './generate';
import { nextTokenDistribution } from './next-token-distribution';

/**
 * Continues a text token by token, as a stream, by a model that sees a window of fixed length. For a GPT, see
 * {@link generate}; for a model with a state, {@link generateFromState}.
 *
 * @param model logits `[1, vocabulary]` from int32 ids `[1, window]`
 * @param window the tokens that the model sees first, as many as it always sees
 * @returns the new tokens one after the other
 * @example for (const id of generateFromWindow(model, [0, 0, 0], { tokens: 20, rng })) if (id === 0) break;
 */
export function* generateFromWindow(
  model: Layer<tf.Tensor2D, tf.Tensor2D>,
  window: ArrayLike<number>,
  { tokens, rng, ...sampling }: Omit<GenerateOptions, 'cache' | 'eager' | 'repetitionPenalty'>,
): Generator<number, void, undefined> {
  expectSize('generateFromWindow', 'tokens', tokens);
  expectSize('generateFromWindow', 'tokens in the window', window.length);
  const seen = Array.from(window);
  for (let made = 0; made < tokens; made++) {
    const logits = tf.tidy(() => model.forward(tf.tensor2d([seen], undefined, 'int32')).dataSync());
    const id = drawToken(nextTokenDistribution(logits, sampling), rng);
    seen.push(id);
    seen.shift();
    yield id;
  }
}
