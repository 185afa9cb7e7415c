import * as tf from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { expectSize } from '../expect/expect-size';
import {
  AdditiveAttention,
  Embedding,
  Gru,
  gruCell,
  type Layer,
  Linear,
  LuongAttention,
  RecurrentWeights,
  recurrence,
} from '../nn';
import type { Rng } from '../rng';
import type { Translator } from './translator';

/** The shape of a {@link GruEncoderDecoder}. */
export interface GruEncoderDecoderConfig {
  /** How many different tokens the source has, padding among them. */
  readonly sourceVocabulary: number;
  /** How many different tokens the target has, with begin and end. */
  readonly targetVocabulary: number;
  /** How many tokens a source has, with its padding. */
  readonly sourceLength: number;
  /** How many numbers stand for a token. */
  readonly channels: number;
  /** How many units each recurrent layer has. Doubling it quadruples the cost of a step. */
  readonly hidden: number;
  /** The token behind the end of shorter sources; 0 by default. */
  readonly padding?: number;
}

/** How a {@link GruEncoderDecoder} scores the places where it may look. */
export interface GruEncoderDecoderOptions {
  /**
   * `additive`: Bahdanau's small network, by default; `general`: Luong's product with a matrix between, which has fewer
   * numbers and spares a tanh per pair of state and annotation.
   */
  readonly score?: 'additive' | 'general';
}

/** What the encoder hands to the decoder, and what the decoder carries on. */
export type Encoded = {
  /** One annotation per source token, `[batch, sourceLength, 2 · hidden]`. */
  readonly annotations: tf.Tensor3D;
  /** The attention's projection of them, `[batch, sourceLength, hidden]`. */
  readonly projected: tf.Tensor3D;
  /** 0 at tokens, −1e9 at padding, `[batch, sourceLength]`. */
  readonly mask: tf.Tensor2D;
  /** Where the decoder starts, `[batch, hidden]`. */
  readonly state: tf.Tensor2D;
};

/** One step of the decoder. */
export type DecoderStep = {
  /** `[batch, hidden]` */
  readonly state: tf.Tensor2D;
  /** What attention found, `[batch, 2 · hidden]`. */
  readonly context: tf.Tensor2D;
  /** Where it looked, `[batch, sourceLength]`. */
  readonly weights: tf.Tensor2D;
};

/**
 * Translates: one network reads the source in both directions, another writes the target and looks back at every step.
 *
 * Bahdanau, Cho and Bengio, "Neural machine translation by jointly learning to align and translate", 2015, sections 3.1
 * and 3.2. The output is one linear map of state, context and last token, where the paper has a maxout layer (A.2.2).
 * The other score is that of Luong, Pham and Manning, "Effective approaches to attention-based neural machine
 * translation", 2015, section 3.1; all else stays Bahdanau's.
 *
 * @example new GruEncoderDecoder({ sourceVocabulary: 90, targetVocabulary: 60, sourceLength: 20, channels: 64, hidden: 128 }, rng)
 */
export class GruEncoderDecoder implements Layer<tf.Tensor2D, tf.Tensor3D>, Translator<Encoded> {
  readonly config: Required<GruEncoderDecoderConfig>;
  readonly source: Embedding;
  readonly target: Embedding;
  readonly encoder: Gru;
  readonly start: Linear;
  readonly attention: AdditiveAttention | LuongAttention;
  readonly decoder: RecurrentWeights;
  readonly output: Linear;

  /** @throws Error on a size that is no whole number, or on another score */
  constructor(
    { padding = 0, ...sizes }: GruEncoderDecoderConfig,
    rng: Rng,
    { score = 'additive' }: GruEncoderDecoderOptions = {},
  ) {
    if (score !== 'additive' && score !== 'general')
      throw new Error(`GruEncoderDecoder: expected a score 'additive' or 'general', got ${score}`);
    this.config = { ...sizes, padding };
    const { sourceVocabulary, targetVocabulary, sourceLength, channels: C, hidden: H } = sizes;
    expectSize('GruEncoderDecoder', 'source tokens', sourceLength);
    this.source = new Embedding(sourceVocabulary, C, rng.fork('source'));
    this.target = new Embedding(targetVocabulary, C, rng.fork('target'));
    this.encoder = new Gru(C, H, rng.fork('encoder'), { bidirectional: true });
    this.start = new Linear(H, H, rng.fork('start'));
    this.attention =
      score === 'additive'
        ? new AdditiveAttention(H, 2 * H, H, rng.fork('attention'))
        : new LuongAttention(H, 2 * H, rng.fork('attention'));
    this.decoder = new RecurrentWeights(gruCell.gates, C + 2 * H, H, rng.fork('decoder'));
    this.output = new Linear(H + 2 * H + C, targetVocabulary, rng.fork('output'));
  }

  /**
   * Scores every target token, given the true ones before it (teacher forcing).
   *
   * @param ids int32 `[batch, sourceLength + time]`: each source with its padding, then what the decoder is given, which
   * is the begin token and the target without its last token
   * @returns logits `[batch, time, targetVocabulary]`: row t scores the target's token t
   */
  forward(ids: tf.Tensor2D): tf.Tensor3D {
    expectShape('GruEncoderDecoder', ids, 'batch', 'sourceLength + time');
    const { sourceLength: S, channels: C, hidden: H } = this.config;
    const B = ids.shape[0];
    const T = ids.shape[1] - S;
    expectSize('GruEncoderDecoder', `target tokens behind the ${S} of the source`, T);
    return tf.tidy(() => {
      const encoded = this.read(ids.slice([0, 0], [B, S]));
      const given = this.target.forward<tf.Tensor3D>(ids.slice([0, S], [B, T]));
      // tfjs cannot differentiate the unstacking of a single tensor
      const tokens = T === 1 ? [given.reshape<tf.Tensor2D>([B, C])] : (tf.unstack(given, 1) as tf.Tensor2D[]);
      const step = this.stepper(encoded);
      let state = encoded.state;
      const steps = tokens.map((token) => {
        const made = step(token, state);
        state = made.state;
        return tf.concat<tf.Tensor2D>([made.state, made.context, token], 1);
      });
      // logits = [s_t; c_t; y_{t−1}] W + b, for all steps in one product
      return this.output.forward(tf.stack(steps, 1).reshape([B, T, 3 * H + C])) as tf.Tensor3D;
    });
  }

  /** @param source int32 `[batch, sourceLength]`, every row with at least one token before its padding */
  read(source: tf.Tensor2D): Encoded {
    const { sourceLength: S, hidden: H, padding } = this.config;
    expectShape('GruEncoderDecoder, source', source, 'batch', S);
    return tf.tidy(() => {
      const isToken = source.notEqual(padding).cast<tf.Tensor2D>('float32');
      const lengths = isToken.sum(1).cast<tf.Tensor1D>('int32');
      const { output: annotations, h } = this.encoder.run(this.source.forward(source), { lengths });
      // s_0 = tanh(W_s h⃖_1): the state of the backward reading, which has just seen the first token
      const read = h.slice([1, 0, 0], [1, -1, H]).reshape<tf.Tensor2D>([-1, H]);
      return {
        annotations,
        projected: this.attention.project(annotations),
        mask: isToken.sub(1).mul(1e9),
        state: tf.tanh(this.start.forward(read)),
      };
    });
  }

  /** @param last int32 `[batch]`: the token written before */
  write(last: tf.Tensor1D, encoded: Encoded) {
    return tf.tidy(() => {
      const token = this.target.forward<tf.Tensor2D>(last);
      const { state, context, weights } = this.stepper(encoded)(token, encoded.state);
      const logits = this.output.forward<tf.Tensor2D>(tf.concat([state, context, token], 1));
      return { logits, weights, state: { ...encoded, state } };
    });
  }

  /** The decoder's step for one batch of sources: `(embedded last token [batch, channels], state) → DecoderStep`. */
  stepper({
    annotations,
    projected,
    mask,
  }: Encoded): (token: tf.Tensor2D, state: tf.Tensor2D) => DecoderStep {
    const weight = gruCell.weight(this.decoder);
    return (token, state) => {
      // c_t = attention of s_{t−1} to the annotations
      const { context, weights } = this.attention.attend(state, annotations, { mask, projected });
      // s_t = GRU([y_{t−1}; c_t], s_{t−1}), with vectors as columns
      const input = tf.concat([token, context], 1).transpose();
      const sequence = input.reshape<tf.Tensor3D>([1, ...input.shape]);
      const { final } = recurrence(gruCell, sequence, weight, [state.transpose()]);
      return { state: final[0].transpose(), context, weights };
    };
  }
}
