import * as tf from '@tensorflow/tfjs';
import { type CompiledLoop, compileLoop } from '../compile';
import { type ChooseTokenConfig, type ChooseTokenInputs, chooseToken } from './choose-token';
import type { Gpt } from './gpt';

/** What passes from token to token. */
export type GenerationState = {
  /** int32 `[1]`: the token to be read next */
  readonly token: tf.Tensor1D;
  /** int32 scalar: how many were read before it */
  readonly position: tf.Scalar;
  /** int32 `[chunk]`: what followed each token read in these turns */
  readonly written: tf.Tensor1D;
  /** `[vocabulary]`: 1 for the tokens said so far */
  readonly seen: tf.Tensor1D;
  /** scalar: 1 as long as all logits were finite, then 0 */
  readonly sound: tf.Scalar;
  /** `keys0`, `values0`, `keys1` … as in `KeyValueCache` */
  readonly [cache: string]: tf.Tensor;
};

/** What is the same for all tokens of a chunk. */
export type GenerationInputs = ChooseTokenInputs & {
  /** int32 `[chunk]`: the prompt's token that follows at each turn, and −1 where the model chooses */
  readonly prompt: tf.Tensor1D;
  /** `[chunk]` in 0 … 1: where the choices are drawn */
  readonly points: tf.Tensor1D;
};

/** How many tokens are read and written per run of the graph, at most. */
export const chunk = 64;

/**
 * A loop that reads a token and writes the next, again and again.
 *
 * @param calls about how many tokens there will be in all
 */
export function generationLoop(
  model: Gpt,
  choice: ChooseTokenConfig,
  calls: number,
): CompiledLoop<GenerationState, GenerationInputs> {
  const { vocabulary } = model.config;
  const layers = model.blocks.map((_, layer) => layer);
  const work = (turn: tf.Scalar, state: GenerationState, inputs: GenerationInputs): GenerationState => {
    const cache = layers.map((layer) => ({
      keys: state[`keys${layer}`] as tf.Tensor4D,
      values: state[`values${layer}`] as tf.Tensor4D,
    }));
    const next = model.following(state.token, state.position, cache);
    const logits = next.logits.reshape<tf.Tensor1D>([vocabulary]);
    const at = <T extends tf.Tensor>(tensor: tf.Tensor1D) => tf.gather(tensor, turn) as tf.Tensor as T;
    const chosen = chooseToken(logits, state.seen, at(inputs.points), choice, inputs);
    const given = at<tf.Scalar>(inputs.prompt);
    const token = tf.where(given.greaterEqual(0), given, chosen).reshape<tf.Tensor1D>([1]);
    const places = tf.tensor1d(
      Int32Array.from({ length: chunk }, (_, place) => place),
      'int32',
    );
    const said = tf.oneHot(token, vocabulary).reshape<tf.Tensor1D>([vocabulary]).cast('float32');
    return {
      token,
      position: state.position.add(tf.scalar(1, 'int32')),
      written: tf.where(places.equal(turn), token, state.written),
      seen: tf.maximum(state.seen, said),
      sound: state.sound.mul(tf.isFinite(logits).cast('float32').min()),
      ...Object.fromEntries(
        next.cache.flatMap(({ keys, values }, layer) => [
          [`keys${layer}`, keys],
          [`values${layer}`, values],
        ]),
      ),
    };
  };
  return compileLoop(work, { calls });
}
