import type * as tf from '@tensorflow/tfjs';
import { AdamW, crossEntropy, Gpt, type Layer } from 'lineage';
import type { Config } from '../row';
import { languageBatches } from './language-batches';
import { training } from './training';

/** A GPT on made text. */
export const gpt = training({
  model: ({ vocabulary, context, layers, heads, channels }: Config, rng) =>
    new Gpt({ vocabulary, context, layers, heads, channels }, rng) as unknown as Layer<tf.Tensor, tf.Tensor>,
  optimizer: (model, { learningRate, weightDecay }) =>
    new AdamW(model, { learningRate, beta2: 0.99, weightDecay }),
  loss: crossEntropy,
  clipNorm: 1,
  batches: languageBatches,
});
