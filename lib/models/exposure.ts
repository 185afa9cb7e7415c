import * as tf from '@tensorflow/tfjs';
import type { Batch } from '../data/dataset';
import { expectShape } from '../expect/expect-shape';
import type { Layer } from '../nn';
import { type TranslateOptions, translate } from './translate';
import type { Translator, TranslatorState } from './translator';

/** What {@link exposure} needs to know of the batch. */
export interface ExposureOptions extends Pick<TranslateOptions, 'begin' | 'end'> {
  /** How many tokens each source has, with its padding. */
  readonly sourceLength: number;
  /** The target token that doesn't count; 0 by default. */
  readonly padding?: number;
}

/** Shares of right tokens over the same tokens of the targets. */
export interface Exposed {
  readonly tokens: number;
  /** Given the true tokens before it. */
  readonly forced: number;
  /** Given the model's own. */
  readonly free: number;
}

/**
 * How often a translator writes the right token at each place of the target, told the true ones before it as in training
 * (teacher forcing), and left to its own as in use. What lies between the two is exposure bias: after its first mistake
 * it goes on from a text that training never showed.
 *
 * Bengio, Vinyals, Jaitly and Shazeer, "Scheduled sampling for sequence prediction with recurrent neural networks", 2015,
 * section 2.4; Ranzato, Chopra, Auli and Zaremba, "Sequence level training with recurrent neural networks", 2016. A word
 * too many moves all later ones from their places, and they count as wrong.
 *
 * @param batch as {@link SentencePairs} gives it: x int32 `[batch, sourceLength + time]`, y int32 `[batch, time]`
 * @returns `places`, one row per place that a target has; `afterMistake`, the tokens that follow a mistake of its own
 */
export function exposure<State extends TranslatorState>(
  model: Translator<State> & Layer<tf.Tensor2D, tf.Tensor3D>,
  { x, y }: Batch<tf.Tensor2D, tf.Tensor2D>,
  { begin, end, sourceLength: S, padding = 0 }: ExposureOptions,
): { places: Exposed[]; afterMistake: Exposed } {
  expectShape('exposure, y', y, 'batch', 'time');
  const [B, T] = y.shape;
  expectShape('exposure, x', x, B, S + T);
  const source = x.slice<tf.Tensor2D>([0, 0], [B, S]);
  const own = translate(model, source, { begin, end, longest: T });
  source.dispose();
  const told = tf.tidy(() => model.forward(x).argMax(-1).arraySync()) as number[][];
  const count = () => ({ tokens: 0, forced: 0, free: 0 });
  const places = Array.from({ length: T }, count);
  const after = count();
  for (const [row, target] of (y.arraySync() as number[][]).entries()) {
    const written = [...own[row].tokens, end];
    let isSpoilt = false;
    for (const [place, token] of target.entries()) {
      if (token === padding) break;
      const [forced, free] = [told[row][place], written[place]].map((guess) => Number(guess === token));
      for (const counts of isSpoilt ? [places[place], after] : [places[place]]) {
        counts.tokens++;
        counts.forced += forced;
        counts.free += free;
      }
      isSpoilt ||= free === 0;
    }
  }
  const share = ({ tokens, forced, free }: Exposed): Exposed => ({
    tokens,
    forced: forced / Math.max(1, tokens),
    free: free / Math.max(1, tokens),
  });
  return { places: places.filter(({ tokens }) => tokens > 0).map(share), afterMistake: share(after) };
}
