import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import { Embedding, Gru, type Layer, Linear } from '../nn';
import type { Rng } from '../rng';
import type { GruEncoderDecoderConfig } from './gru-encoder-decoder';
import type { Translator } from './translator';

/** The shape of a {@link Seq2Seq}: that of a `GruEncoderDecoder`, so that the two can be compared. */
export type Seq2SeqConfig = GruEncoderDecoderConfig;

/** All that the decoder ever learns of the source, and what it carries on. */
export type Thought = {
  /** c, the encoder's last state, `[batch, hidden]`: the same at every step. */
  readonly context: tf.Tensor2D;
  /** s, the decoder's state, `[batch, hidden]`. */
  readonly state: tf.Tensor2D;
};

/**
 * Translates through a single vector: one network reads the source to its end, another writes the target from its last
 * state alone. However long the source is, `hidden` numbers have to hold it.
 *
 * Cho et al., "Learning phrase representations using RNN encoder–decoder for statistical machine translation", 2014,
 * section 2.2 and appendix A; also Sutskever, Vinyals and Le, "Sequence to sequence learning with neural networks",
 * 2014. The output is one linear map of state, context and last token, where Cho's paper has a maxout layer.
 *
 * @example new Seq2Seq({ sourceVocabulary: 90, targetVocabulary: 60, sourceLength: 20, channels: 64, hidden: 128 }, rng)
 */
export class Seq2Seq implements Layer<tf.Tensor2D, tf.Tensor3D>, Translator<Thought> {
  readonly config: Required<Seq2SeqConfig>;
  readonly source: Embedding;
  readonly target: Embedding;
  readonly encoder: Gru;
  readonly start: Linear;
  readonly decoder: Gru;
  readonly output: Linear;

  constructor({ padding = 0, ...sizes }: Seq2SeqConfig, rng: Rng) {
    this.config = { ...sizes, padding };
    const { sourceVocabulary, targetVocabulary, sourceLength, channels: C, hidden: H } = sizes;
    expectSize('Seq2Seq', 'source tokens', sourceLength);
    this.source = new Embedding(sourceVocabulary, C, rng.fork('source'));
    this.target = new Embedding(targetVocabulary, C, rng.fork('target'));
    this.encoder = new Gru(C, H, rng.fork('encoder'));
    this.start = new Linear(H, H, rng.fork('start'));
    this.decoder = new Gru(C + H, H, rng.fork('decoder'));
    this.output = new Linear(H + H + C, targetVocabulary, rng.fork('output'));
  }

  /**
   * Scores every target token, given the true ones before it (teacher forcing).
   *
   * @param ids int32 `[batch, sourceLength + time]`: each source with its padding, then what the decoder is given, which
   * is the begin token and the target without its last token
   * @returns logits `[batch, time, targetVocabulary]`: row t scores the target's token t
   */
  forward(ids: tf.Tensor2D): tf.Tensor3D {
    expectShape('Seq2Seq', ids, 'batch', 'sourceLength + time');
    const S = this.config.sourceLength;
    const [B, all] = ids.shape;
    expectSize('Seq2Seq', `target tokens behind the ${S} of the source`, all - S);
    return tf.tidy(() => {
      const thought = this.read(ids.slice([0, 0], [B, S]));
      return this.decode(ids.slice([0, S], [B, all - S]), thought).logits;
    });
  }

  /** @param source int32 `[batch, sourceLength]`, every row with at least one token before its padding */
  read(source: tf.Tensor2D): Thought {
    const { sourceLength: S, hidden: H, padding } = this.config;
    expectShape('Seq2Seq, source', source, 'batch', S);
    return tf.tidy(() => {
      const lengths = source.notEqual(padding).sum(1).cast<tf.Tensor1D>('int32');
      // c = h_T, the state after the last token
      const context = this.encoder
        .run(this.source.forward(source), { lengths })
        .h.reshape<tf.Tensor2D>([-1, H]);
      // s_0 = tanh(W_s c)
      return { context, state: tf.tanh(this.start.forward<tf.Tensor2D>(context)) };
    });
  }

  /** @param last int32 `[batch]`: the token written before */
  write(last: tf.Tensor1D, thought: Thought): { logits: tf.Tensor2D; state: Thought } {
    return tf.tidy(() => {
      const { logits, state } = this.decode(last.reshape([-1, 1]), thought);
      return {
        logits: logits.reshape<tf.Tensor2D>([-1, this.config.targetVocabulary]),
        state: { context: thought.context.clone(), state },
      };
    });
  }

  /**
   * @param given int32 `[batch, time]`: the token before each that is to be scored
   * @returns logits `[batch, time, targetVocabulary]`, and the state behind the last
   */
  decode(given: tf.Tensor2D, { context, state }: Thought): { logits: tf.Tensor3D; state: tf.Tensor2D } {
    const [B, T] = given.shape;
    const H = this.config.hidden;
    const tokens = this.target.forward<tf.Tensor3D>(given); // [B, T, channels]
    const everywhere = tf.tile(context.reshape<tf.Tensor3D>([B, 1, H]), [1, T, 1]);
    // s_t = GRU([y_{t−1}; c], s_{t−1})
    const input = tf.concat<tf.Tensor3D>([tokens, everywhere], 2);
    const { output, h } = this.decoder.run(input, { initial: state.reshape<tf.Tensor3D>([1, B, H]) });
    // logits = [s_t; c; y_{t−1}] W + b
    const logits = this.output.forward(tf.concat<tf.Tensor3D>([output, everywhere, tokens], 2));
    return { logits, state: h.reshape<tf.Tensor2D>([B, H]) };
  }
}
