import * as tf from '@tensorflow/tfjs';
import {
  type Activation,
  AdditiveAttention,
  activate,
  type Batch,
  BigramModel,
  crossEntropy,
  dispose,
  Embedding,
  Gpt,
  Gru,
  GruEncoderDecoder,
  type Layer,
  LayerNorm,
  Linear,
  Lstm,
  LstmLanguageModel,
  Mlp,
  mse,
  NeuralLanguageModel,
  normal,
  RMSNorm,
  Rng,
  Rnn,
  SelfAttention,
  Seq2Seq,
  Sgd,
  TransformerBlock,
} from 'lineage';
import { expectBothWays } from './expect-both-ways';
import type { Subject } from './numbers-of';

const rng = new Rng(1);

const activations: Activation[] = [
  'identity',
  'relu',
  'leakyRelu',
  'elu',
  'gelu',
  'geluTanh',
  'silu',
  'sigmoid',
  'logSigmoid',
  'tanh',
  'softplus',
];

/** Layers in a row. */
class Chain implements Layer<tf.Tensor, tf.Tensor> {
  constructor(readonly layers: readonly Layer<tf.Tensor, tf.Tensor>[]) {}

  forward(x: tf.Tensor, dropout?: Rng): tf.Tensor {
    return this.layers.reduce((y, layer) => layer.forward(y, dropout), x);
  }
}

/** A linear map, bent in every way there is. */
class Bends implements Layer<tf.Tensor2D> {
  readonly before = new Linear(6, 8, rng);
  readonly after = new Linear(8 * activations.length, 8, rng);

  forward(x: tf.Tensor2D): tf.Tensor2D {
    const h = this.before.forward(x);
    return this.after.forward(
      tf.concat(
        activations.map((name) => activate(name, h)),
        1,
      ),
    );
  }
}

/** Attends from the first of a sequence of vectors to all of them. */
class Looking implements Layer<tf.Tensor3D, tf.Tensor2D> {
  readonly attention = new AdditiveAttention(6, 6, 5, rng);

  forward(x: tf.Tensor3D): tf.Tensor2D {
    const [B, , C] = x.shape;
    return this.attention.attend(x.slice([0, 0, 0], [B, 1, C]).reshape([B, C]), x).context;
  }
}

/** A model that gives numbers, and learns random ones. */
function numbers(model: object, x: number[], y: number[]): [object, Subject['loss'], Subject['batch']] {
  const batch = (step: number): Batch => {
    const draw = rng.fork(step);
    return { x: normal(x as [number], 1, draw), y: normal(y as [number], 1, draw) };
  };
  return [model, mse, batch];
}

/** A model that scores tokens, and learns random ones. */
function tokens(model: object, vocabulary: number, x: number[], y: number[]): ReturnType<typeof numbers> {
  const batch = (step: number): Batch => {
    const draw = rng.fork(step);
    const ids = (shape: number[]) =>
      tf.tensor(
        Array.from({ length: tf.util.sizeFromShape(shape) }, () => 1 + draw.integer(vocabulary - 1)),
        shape,
        'int32',
      );
    return { x: ids(x), y: ids(y) };
  };
  return [model, crossEntropy, batch];
}

const sequence = [2, 2, 6]; // [batch, time, channels]

const models: Record<string, () => ReturnType<typeof numbers>> = {
  'every activation': () => numbers(new Bends(), [5, 6], [5, 8]),
  'Mlp with dropout': () =>
    tokens(
      new Chain([
        new Embedding(9, 6, rng),
        new Mlp({ layers: [6, 8, 9], activation: 'relu', dropout: 0.3 }, rng),
      ]),
      9,
      [8],
      [8],
    ),
  'Linear, LayerNorm, RMSNorm': () =>
    numbers(new Chain([new Linear(6, 8, rng), new LayerNorm(8), new RMSNorm(8)]), sequence, [2, 2, 8]),
  SelfAttention: () => numbers(new SelfAttention(6, 2, rng), sequence, sequence),
  TransformerBlock: () => numbers(new TransformerBlock(6, 2, rng, { dropout: 0.1 }), sequence, sequence),
  AdditiveAttention: () => numbers(new Looking(), [2, 3, 6], [2, 6]),
  Rnn: () => numbers(new Rnn(6, 4, rng, { layers: 2 }), sequence, [2, 2, 4]),
  Lstm: () => numbers(new Lstm(6, 4, rng, { dropout: 0.1 }), sequence, [2, 2, 4]),
  Gru: () => numbers(new Gru(6, 4, rng, { bidirectional: true }), sequence, [2, 2, 8]),
  Gpt: () =>
    tokens(
      new Gpt({ vocabulary: 9, context: 4, layers: 1, heads: 2, channels: 8, dropout: 0.1 }, rng),
      9,
      [2, 4],
      [2, 4],
    ),
  'Gpt without bias': () =>
    tokens(
      new Gpt(
        { vocabulary: 9, context: 4, layers: 1, heads: 2, channels: 8, bias: false, gelu: 'exact' },
        rng,
      ),
      9,
      [2, 4],
      [2, 4],
    ),
  BigramModel: () => tokens(new BigramModel(9), 9, [6, 1], [6]),
  NeuralLanguageModel: () =>
    tokens(
      new NeuralLanguageModel({ vocabulary: 9, contextLength: 3, channels: 4, hidden: 8 }, rng),
      9,
      [5, 3],
      [5],
    ),
  LstmLanguageModel: () =>
    tokens(
      new LstmLanguageModel({ vocabulary: 9, channels: 6, hidden: 8, dropout: 0.1 }, rng),
      9,
      [2, 3],
      [2, 3],
    ),
  GruEncoderDecoder: () => {
    const sizes = { sourceVocabulary: 9, targetVocabulary: 9, sourceLength: 2, channels: 6, hidden: 8 };
    return tokens(new GruEncoderDecoder(sizes, rng), 9, [2, 4], [2, 2]);
  },
  Seq2Seq: () => {
    const sizes = { sourceVocabulary: 9, targetVocabulary: 9, sourceLength: 2, channels: 6, hidden: 8 };
    return tokens(new Seq2Seq(sizes, rng), 9, [2, 4], [2, 2]);
  },
};

describe.each(['plain', 'xla'] as const)('as a %s graph', (way) => {
  test.each(Object.entries(models))('%s gives what it gives eagerly', (_, make) => {
    const before = tf.memory().numTensors;
    const [model, loss, batch] = make();
    const optimizer = (model: unknown) => new Sgd(model, { learningRate: 0.1, momentum: 0.9 });
    expectBothWays({ model: model as Subject['model'], loss, batch, optimizer }, way);
    dispose(model);
    expect(tf.memory().numTensors).toBe(before);
  });
});
