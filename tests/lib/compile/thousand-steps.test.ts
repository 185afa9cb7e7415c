import * as tf from '@tensorflow/tfjs';
import { AdamW, crossEntropy, dispose, Gpt, type Layer, LstmLanguageModel, Rng, trainStep } from 'lineage';
import { compile } from 'lineage/compile';
import { StepRng } from 'lineage/noise';
import { countNativeTensors } from './count-native-tensors';

const [vocabulary, channels] = [12, 16];
const native = () => tf.getBackend() === 'tensorflow';
const steps = () => (native() ? 1000 : 20);

const models: Record<string, () => Layer<tf.Tensor2D, tf.Tensor3D>> = {
  Gpt: () => new Gpt({ vocabulary, channels, context: 6, layers: 1, heads: 2, dropout: 0.1 }, new Rng(0)),
  LstmLanguageModel: () =>
    new LstmLanguageModel({ vocabulary, channels, hidden: 16, dropout: 0.1 }, new Rng(0)),
};

test.each(Object.entries(models))(
  'a thousand compiled steps of a %s leave no tensor and no bytes behind',
  (_, make) => {
    const count = countNativeTensors();
    const model = make();
    const optimizer = new AdamW(model, { learningRate: 1e-3 });
    const step = trainStep(model, optimizer, crossEntropy, { clipNorm: 1, xla: 'never' });
    const clock = { step: 0 };
    const run = (until: number) => {
      while (clock.step < until) {
        clock.step++;
        tf.tidy(() => {
          const draw = new Rng(clock.step);
          const ids = (): tf.Tensor2D =>
            tf.tensor2d(
              Int32Array.from({ length: 12 }, () => draw.integer(vocabulary)),
              [2, 6],
              'int32',
            );
          step({ x: ids(), y: ids() }, new StepRng(new Rng(1), clock));
        });
      }
    };
    run(10);
    expect(step.compiled.mode).toBe(native() ? 'graph' : 'eager');
    const before = { ...tf.memory(), native: count.more() };
    run(10 + steps());
    expect({ ...tf.memory(), native: count.more() }).toEqual(before);
    step.dispose();
    optimizer.dispose();
    dispose(model);
    expect(count.more()).toBe(0);
    count.end();
  },
);

test('a thousand runs of a graph leave the process as large as it was', () => {
  const total = tf.variable(tf.zeros([100, 100]));
  const step = compile((x: tf.Tensor) => {
    total.assign(total.add(x).tanh() as tf.Tensor2D);
    return { sum: total.sum() };
  });
  const x = tf.ones([100, 100]);
  const run = () => step(x).sum.dispose();
  for (let call = 0; call < 8; call++) run();
  const before = tf.memory();
  const rss = process.memoryUsage.rss();
  for (let call = 0; call < steps(); call++) run();
  const { numTensors, numBytes, numDataBuffers } = tf.memory();
  expect({ numTensors, numBytes, numDataBuffers }).toEqual({
    numTensors: before.numTensors,
    numBytes: before.numBytes,
    numDataBuffers: before.numDataBuffers,
  });
  // A leak of one matrix per call would be 40 MB.
  expect(process.memoryUsage.rss() - rss).toBeLessThan(20e6);
  step.dispose();
  tf.dispose([x, total]);
});
