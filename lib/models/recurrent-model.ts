import type * as tf from '@tensorflow/tfjs';
import { tidy } from '@tensorflow/tfjs';
import { expectShape } from '../expect/expect-shape';
import { Embedding, Gru, type Layer, Linear, Lstm, Rnn } from '../nn';
import type { Rng } from '../rng';

const cells = { rnn: Rnn, lstm: Lstm, gru: Gru } as const;

/** The shape of a {@link RecurrentModel}. */
export interface RecurrentModelConfig<Cell extends keyof typeof cells = keyof typeof cells> {
  /** What happens at a step: a plain sum, or one with gates. */
  readonly cell: Cell;
  /** How many different tokens there are. */
  readonly vocabulary: number;
  /** How many numbers stand for a token. */
  readonly channels: number;
  /** How many units remember. Doubling it quadruples the cost of a step. */
  readonly hidden: number;
  /** How many answers there are to choose from; as many as tokens by default. */
  readonly classes?: number;
  /** `each`: one answer after every token, as a language model; `last`: one after the last. */
  readonly answer: 'each' | 'last';
}

/**
 * Reads tokens one after the other with an {@link Rnn}, an {@link Lstm} or a {@link Gru}, and answers by a linear map of
 * what it then remembers: so that the three can be compared, with all else equal.
 *
 * Elman, "Finding structure in time", 1990; Chung et al., "Empirical evaluation of gated recurrent neural networks on
 * sequence modeling", 2014.
 *
 * @example new RecurrentModel({ cell: 'lstm', vocabulary: 65, channels: 32, hidden: 96, answer: 'each' }, rng)
 */
export class RecurrentModel<Cell extends keyof typeof cells = keyof typeof cells>
  implements Layer<tf.Tensor2D, tf.Tensor>
{
  readonly config: Required<RecurrentModelConfig<Cell>>;
  readonly tokens: Embedding;
  readonly recurrent: InstanceType<(typeof cells)[Cell]>;
  readonly output: Linear;

  constructor({ classes, ...config }: RecurrentModelConfig<Cell>, rng: Rng) {
    const { cell, vocabulary, channels, hidden, answer } = config;
    if (!Object.hasOwn(cells, cell))
      throw new Error(`RecurrentModel: expected one of the cells rnn, lstm and gru, got ${cell}`);
    if (answer !== 'each' && answer !== 'last')
      throw new Error(`RecurrentModel: expected an answer at each token or the last, got ${answer}`);
    this.config = { ...config, classes: classes ?? vocabulary };
    this.tokens = new Embedding(vocabulary, channels, rng.fork('tokens'));
    const network = new cells[cell](channels, hidden, rng.fork('recurrent'));
    this.recurrent = network as InstanceType<(typeof cells)[Cell]>;
    this.output = new Linear(hidden, this.config.classes, rng.fork('output'));
  }

  /**
   * @param ids int32 `[batch, time]`
   * @returns logits `[batch, time, classes]`, or `[batch, classes]` where only the last state answers
   */
  forward(ids: tf.Tensor2D): tf.Tensor {
    expectShape('RecurrentModel', ids, 'batch', 'time');
    return tidy(() => {
      const x = this.tokens.forward<tf.Tensor3D>(ids); // [batch, time, channels]
      const { output, h } = this.recurrent.run(x); // [batch, time, hidden] and [1, batch, hidden]
      const B = ids.shape[0];
      return this.output.forward(this.config.answer === 'each' ? output : h.reshape([B, -1]));
    });
  }
}
