import * as tf from '@tensorflow/tfjs';
import { dispose, type Layer, type Loss, type Optimizer, parameters, Rng, trainStep } from 'lineage';
import type { StoredTensor } from '../../lib/train/safetensors';
import { assignStored, toStored } from '../../lib/train/stored-variables';
import type { Config } from '../row';
import type { Work } from './work';

/** What one kind of training is made of. */
export interface Training {
  model(config: Config, rng: Rng): Layer<tf.Tensor, tf.Tensor>;
  optimizer(model: object, config: Config): Optimizer;
  readonly loss: Loss;
  /** The longest gradient that is let through; any if not said. */
  readonly clipNorm?: number;
  /** `count` batches, one after the other along the first axis. */
  batches(
    config: Config,
    count: number,
    rng: Rng,
  ): Promise<{ x: StoredTensor; y: StoredTensor; data: string }>;
}

const seed = 5;
/** So that the compiled step is that of a long training. */
const many = 1e6;

/** Work whose steps train a model as `train()` does: a batch's numbers in, the loss out as a number. */
export function training({ model: make, optimizer: optimizerOf, loss, clipNorm, batches }: Training): Work {
  return {
    async start(config, count) {
      const rng = new Rng(seed);
      const model = make(config, rng.fork('weights'));
      const weights = toStored(parameters(model));
      dispose(model);
      const { data, ...numbers } = await batches(config, count, rng.fork('batches'));
      return { weights, batches: numbers, data };
    },
    async run(config, variant, weights, { x, y }) {
      const model = make(config, new Rng(seed));
      assignStored('bench', parameters(model), weights);
      const optimizer = optimizerOf(model, config);
      const step = trainStep(model, optimizer, loss, { clipNorm, steps: many, eager: variant === 'eager' });
      const [count] = x.shape;
      const dropout = new Rng(seed);
      let done = 0;
      return {
        advance() {
          const batch = { x: batchOf(x, done % count), y: batchOf(y, done % count) };
          done++;
          try {
            const result = step(batch, dropout);
            if (variant === 'compiled' && step.compiled.mode === 'eager')
              throw new Error(`bench: expected a compiled step, got one done eagerly: ${step.compiled.why}`);
            return [result.loss];
          } finally {
            tf.dispose([batch.x, batch.y]);
          }
        },
        dispose() {
          step.dispose();
          optimizer.dispose();
          dispose(model);
        },
      };
    },
  };
}

/** One batch of those that lie one after the other. */
function batchOf({ dtype, shape: [count, ...shape], data }: StoredTensor, index: number): tf.Tensor {
  const size = data.length / count;
  return tf.tensor(
    data.subarray(index * size, (index + 1) * size),
    shape,
    dtype === 'F32' ? 'float32' : 'int32',
  );
}
