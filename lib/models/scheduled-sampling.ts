import * as tf from '@tensorflow/tfjs';
import { stepNumber } from '../compile';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import type { Layer } from '../nn';
import { StepRng, uniformNoise } from '../noise';
import type { Schedule } from '../optim';
import type { Rng } from '../rng';
import type { Translator, TranslatorState } from './translator';

/** How {@link ScheduledSampling} mixes. */
export interface ScheduledSamplingOptions {
  /** How many tokens each source has, with its padding. */
  readonly sourceLength: number;
  /**
   * ε, the chance that a place is given the true token: 1 is teacher forcing, 0 the model left to its own. A schedule
   * goes from the one towards the other in the course of training, such as `linear({ peak: 1, floor: 0.5, steps })`.
   */
  readonly truth: number | Schedule;
}

/**
 * A translator in training that is now and then given its own word in place of the true one, so that it learns to go on
 * from its mistakes. Train this in the translator's place; the parameters are the translator's.
 *
 * Bengio, Vinyals, Jaitly and Shazeer, "Scheduled sampling for sequence prediction with recurrent neural networks", 2015,
 * section 2.4; its own word is the likeliest, as there, with no gradient through the choice. The words are chosen first,
 * one by one, then the whole target is scored given them: the states are the same as if both were done together.
 *
 * @example train(new ScheduledSampling(model, { sourceLength: 30, truth: 0.75 }), new Adam(model), data, options)
 */
export class ScheduledSampling<State extends TranslatorState> implements Layer<tf.Tensor2D, tf.Tensor3D> {
  readonly #options: ScheduledSamplingOptions;

  /** @throws Error on a chance that is not between 0 and 1 */
  constructor(
    readonly translator: Translator<State> & Layer<tf.Tensor2D, tf.Tensor3D>,
    options: ScheduledSamplingOptions,
  ) {
    expectSize('ScheduledSampling', 'source tokens', options.sourceLength);
    const { truth } = options;
    if (typeof truth === 'number' && !(truth >= 0 && truth <= 1))
      throw new Error(`ScheduledSampling: expected a truth from 0 to 1, got ${truth}`);
    this.#options = options;
  }

  /**
   * @param ids int32 `[batch, sourceLength + time]`: each source with its padding, then the begin token and the true target
   * @param chance given only while training: where the choice is drawn from; without it, teacher forcing
   * @returns logits `[batch, time, targetVocabulary]`
   */
  forward(ids: tf.Tensor2D, chance?: Rng): tf.Tensor3D {
    if (!chance) return this.translator.forward(ids);
    return tf.tidy(() => this.translator.forward(this.mix(ids, chance), chance));
  }

  /**
   * What the decoder is given in place of the true target.
   *
   * @returns int32 `[batch, sourceLength + time]`: the same as `ids` but for some tokens behind the begin token
   */
  mix(ids: tf.Tensor2D, chance: Rng): tf.Tensor2D {
    const S = this.#options.sourceLength;
    expectShape('ScheduledSampling', ids, 'batch', 'sourceLength + time');
    const [B, all] = ids.shape;
    const T = all - S;
    expectSize('ScheduledSampling', `target tokens behind the ${S} of the source`, T);
    if (T === 1) return ids.clone(); // the begin token alone
    const isTrue = uniformNoise<tf.Tensor2D>([B, T], chance.fork('truth')).less(this.#truth(chance));
    const choose = (given: tf.Tensor2D) => {
      const [source, target] = tf.split(given, [S, T], 1) as [tf.Tensor2D, tf.Tensor2D];
      const [truths, keeps] = [target, isTrue].map((each) => tf.unstack(each, 1) as tf.Tensor1D[]);
      const tokens = [truths[0]];
      let state = this.translator.read(source);
      for (let t = 1; t < T; t++) {
        const written = this.translator.write(tokens[t - 1], state);
        state = written.state;
        // ŷ_{t−1} = y_{t−1} with chance ε, else argmax p(y | ŷ_{<t−1}, source)
        tokens.push(tf.where(keeps[t], truths[t], written.logits.argMax<tf.Tensor1D>(1)));
      }
      return tf.concat([source, tf.stack(tokens, 1)], 1);
    };
    // Behind a gradient of its own, for a choice has none.
    const chosen = tf.customGrad((...inputs) => ({
      value: choose(inputs[0] as tf.Tensor2D),
      gradFunc: () => tf.zerosLike(ids),
    }));
    return chosen(ids) as tf.Tensor2D;
  }

  #truth(chance: Rng): tf.Scalar {
    const { truth } = this.#options;
    if (typeof truth === 'number') return tf.scalar(truth);
    if (!(chance instanceof StepRng))
      throw new Error(
        'ScheduledSampling: expected the StepRng of train(), whose steps the schedule follows, got another Rng. ' +
          'Give it a fixed truth instead, such as 0.75.',
      );
    const { clock } = chance;
    return stepNumber(() => truth(clock.step - 1));
  }
}
