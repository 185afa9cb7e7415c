import { result, trace } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('shapes ', (started) => {
  kernel = started;
});

beforeAll(async () => {
  const setup = await kernel.execute(`
    import * as tf from '@tensorflow/tfjs';
    import { Adam, Linear, Mlp, Rng, crossEntropy, evaluate, madeDigits, ready, train, type Layer } from 'lineage';
    await ready();
    const digits = madeDigits({ seed: 0, train: 20, test: 10 });`);
  expect(setup.reply.status).toBe('ok');
});

test('an operation of tfjs: both shapes, the line, and its own calls in one line', async () => {
  const answer = await kernel.execute('\ntf.zeros([2, 3]).matMul(tf.zeros([4, 5]));');
  expect(answer.reply.evalue).toMatch(/^matMul: expected inner sizes that agree, .*got \[2, 3\] × \[4, 5\]$/);
  const count = answer.reply.execution_count;
  expect(trace(answer)).toMatch(
    new RegExp(
      `----> 2 tf\\.zeros.*\n {25}\\^\n {4}… \\d+ lines of @tensorflow\\S*\n {4}at cell \\[${count}\\]:2:18$`,
    ),
  );
  expect(trace(answer)).not.toContain('node_modules');
});

test('a layer of the reader’s inside of a model: its path, what it was given, its line', async () => {
  const answer = await kernel.execute(`
class Tail implements Layer {
  weight = tf.variable(tf.zeros([4, 2]));
  forward<T extends tf.Tensor>(x: T) {
    return x.matMul(this.weight) as T;
  }
}
class Net implements Layer {
  layers = [new Linear(784, 5, new Rng(0)), new Tail()];
  forward(x: tf.Tensor) { return this.layers.reduce((h, layer) => layer.forward(h), x); }
}
evaluate(new Net(), digits.test);`);
  expect(answer.reply.evalue).toMatch(
    /^layers\.1 \(Tail\), which was given \[10, 5\]: matMul: .*got \[10, 5\] × \[4, 2\]$/,
  );
  expect(trace(answer)).toContain('----> 5     return x.matMul(this.weight) as T;');
  expect(trace(answer)).toContain(`at cell [${answer.reply.execution_count}]:12:1`);
});

test('in training, the reader’s line stands at the end of the trace', async () => {
  const answer = await kernel.execute(`
const mlp = new Mlp({ layers: [100, 3, 2], activation: 'relu' }, new Rng(0));
const options = { batchSize: 10, steps: 1, rng: new Rng(0), loss: crossEntropy };
for await (const { loss } of train(mlp, new Adam(mlp, { learningRate: 0.1 }), digits.train, options)) loss;`);
  expect(answer.reply.evalue).toBe('layers.0: Linear(100 → 3): expected [..., 100], got [10, 784]');
  expect(trace(answer)).toContain('----> 4 for await');
  expect(trace(answer)).toContain('at Linear.forward lib/nn/linear.ts:');
  expect(trace(answer)).toMatch(new RegExp(`at cell \\[${answer.reply.execution_count}\\]:4:\\d+$`));
});

test('tensors as results: shape, type, numbers', async () => {
  expect(result(await kernel.execute('tf.tensor2d([[1, 2], [3, 4]])'))).toBe(
    'Tensor [2, 2] float32\n    [[1, 2],\n     [3, 4]]',
  );
  expect(result(await kernel.execute('const gone = tf.zeros([3]); gone.dispose(); gone'))).toBe(
    'Tensor [3] float32, disposed',
  );
  expect(result(await kernel.execute('tf.zeros([1000, 1000])'))?.length).toBeLessThan(1000);
});

test('what has not run yet says so', async () => {
  expect(
    result(await kernel.execute('train(mlp, new Adam(mlp, { learningRate: 1 }), digits.train, options)')),
  ).toBe('Object [AsyncGenerator] {} // nothing of it has run yet: for await (const item of …)');
});
