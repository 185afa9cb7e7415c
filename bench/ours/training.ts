import * as tf from '@tensorflow/tfjs';
import { dispose, type Layer, type Loss, type Optimizer, parameters, Rng, trainStep } from 'lineage';
import { longestSeries } from '../../lib/compile';
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
      const expectGraph = () => {
        if (variant === 'compiled' && step.compiled.mode === 'eager')
          throw new Error(`bench: expected a compiled step, got one done eagerly: ${step.compiled.why}`);
      };
      /** The steps that `train()` would do in one run of the graph; none, where it would do one. */
      const several = (first: number): number[] => {
        const most = first + longestSeries <= count ? step.room : 0;
        if (most < 2) return [];
        const batch = { x: together(x, first, longestSeries), y: together(y, first, longestSeries) };
        const losses: number[] = [];
        if (step.ahead(batch, most, () => {})) while (losses.length < most) losses.push(step.next()!.loss);
        tf.dispose([batch.x, batch.y]);
        return losses;
      };
      const single = (index: number): number[] => {
        const batch = { x: batchOf(x, index), y: batchOf(y, index) };
        try {
          return [step(batch, dropout).loss];
        } finally {
          tf.dispose([batch.x, batch.y]);
        }
      };
      return {
        advance() {
          const inAdvance = several(done % count);
          const losses = inAdvance.length > 0 ? inAdvance : single(done % count);
          done += losses.length;
          expectGraph();
          return losses;
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
const batchOf = (batches: StoredTensor, index: number) => together(batches, index, 1);

/** Several batches, their examples one after the other along the first axis. */
function together(
  { dtype, shape: [count, size, ...shape], data }: StoredTensor,
  first: number,
  batches: number,
) {
  const each = data.length / count;
  const numbers = data.subarray(first * each, (first + batches) * each);
  return tf.tensor(numbers, [batches * size, ...shape], dtype === 'F32' ? 'float32' : 'int32');
}
