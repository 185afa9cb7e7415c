import type * as tf from '@tensorflow/tfjs';
import { Adam, crossEntropy, type Layer, type Rng } from 'lineage';
import type { Config } from '../row';
import { languageBatches } from './language-batches';
import { training } from './training';
import type { Work } from './work';

/** Training of a recurrent language model on made text. */
export function recurrentTraining(
  model: (config: Config, rng: Rng) => Layer<tf.Tensor2D, tf.Tensor3D>,
): Work {
  return training({
    model: (config, rng) => model(config, rng) as unknown as Layer<tf.Tensor, tf.Tensor>,
    optimizer: (model, { learningRate }) => new Adam(model, { learningRate }),
    loss: crossEntropy,
    clipNorm: 1,
    batches: languageBatches,
  });
}
