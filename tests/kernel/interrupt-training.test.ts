import { Rng } from 'lineage';
import { result } from './answer';
import type { Client } from './client';
import { pressStop } from './press-stop';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-training-', (started) => {
  kernel = started;
});
/** Moments, in ms, at which stop is pressed. */
const moments = (seed: number, count: number) => {
  const rng = new Rng(seed);
  return Array.from({ length: count }, () => rng.integer(60));
};

const evaluate = async (expression: string) => {
  const answer = await kernel.execute(expression);
  expect(answer.reply).toMatchObject({ status: 'ok' });
  return result(answer);
};

beforeAll(async () => {
  const { reply } = await kernel.execute(`import { existsSync } from 'node:fs';
    import * as tf from '@tensorflow/tfjs';
    import { ready, Rng } from 'lineage';
    import { compile } from 'lineage/compile';
    import { twoMoons } from 'lineage/data';
    import { crossEntropy } from 'lineage/losses';
    import { Mlp } from 'lineage/models';
    import { Adam, Sgd } from 'lineage/optim';
    import { evaluate, train } from 'lineage/train';
    import { parameters } from 'lineage/nn';
    await ready();
    const moons = twoMoons({ size: 64, noise: 0.1 }, new Rng(1));
    const make = () => {
      const model = new Mlp({ layers: [2, 16, 2], activation: 'tanh' }, new Rng(2));
      return { model, optimizer: new Adam(model, { learningRate: 1e-2 }) };
    };
    const x = tf.variable(tf.ones([32, 32]));
    const work = () => tf.variableGrads(() => tf.tidy(() => x.matMul(x).tanh().square().sum().asScalar()), [x]);
    const deaf = new Function('again', 'for (;;) again();') as (again: () => void) => void;
    const stuck = new Function('for (;;);') as () => void;
    const squares = new Function('y', 'for (;;) y.square().dispose();') as (y: tf.Tensor) => void;
    const saving = (work: (y: tf.Tensor) => void) => tf.variableGrads(() => tf.customGrad((...given) => {
      const [y, save] = given as [tf.Tensor, tf.GradSaveFunc];
      save([y, y, y]);
      work(y);
      return { value: y.sum(), gradFunc: () => y };
    })(x).asScalar(), [x]);
    const stopped = make();
    const endless = (y: tf.Tensor) => { const sum = y.square().sum(); stuck(); return sum.asScalar(); };
    const weights = (model: object) => Object.values(parameters(model)).map((p) => Array.from(p.dataSync()).join());
    tf.dispose(work().grads);
    const tensors = tf.memory().numTensors;`);
  expect(reply).toMatchObject({ status: 'ok' });
});

test.each([
  ['in a loop of the cell', 'for (;;) tf.tidy(() => { tf.dispose(work().grads); });', undefined],
  ['in a loop of a package', 'deaf(() => tf.tidy(() => { work(); }));', undefined],
  ['in a loop of a package, pressed twice', 'deaf(() => tf.tidy(() => { work(); }));', 10],
  [
    'in a forward pass that never ends, pressed twice',
    'tf.tidy(() => tf.variableGrads(() => { const y = x.square(); stuck(); return y.sum().asScalar(); }, [x]));',
    10,
  ],
  ['in a recording', 'tf.tidy(() => compile((y: tf.Tensor) => { squares(y); return {}; })(x));', undefined],
  [
    'in a recording, pressed twice',
    'tf.tidy(() => compile((y: tf.Tensor) => { squares(y); return {}; })(x));',
    10,
  ],
  ['in an operation that has saved tensors', 'saving(squares);', undefined],
  ['in an operation that has saved tensors, pressed twice', 'saving(stuck);', 10],
  [
    'in a step of train() that never ends, pressed twice',
    `for await (const _ of train(stopped.model, stopped.optimizer, moons, { batchSize: 8, steps: 9, rng: new Rng(5),
       loss: endless }));`,
    10,
  ],
  ['in evaluate() that never ends, pressed twice', 'evaluate(stopped.model, moons, { loss: endless });', 10],
])('%s leaves no tensor behind', async (_, code, again) => {
  for (const moment of moments(3, again === undefined ? 10 : 5)) {
    await pressStop(kernel, code, again, moment);
    expect(await evaluate('tf.memory().numTensors - tensors')).toBe('0');
    expect(
      await evaluate('[tf.engine().state.scopeStack.length, tf.engine().state.gradientDepth].join()'),
    ).toBe("'0,0'");
  }
});

test.each([
  ['eager', true, 30],
  ['compiled', false, 15],
])(
  'train(), %s, stopped at random moments leaves no tensor, and goes on where it stood',
  async (_, eager, stops) => {
    const file = `halting-${eager}.safetensors`;
    await kernel.execute('const halting = make(); let seen = 0;');
    const before = await evaluate('tf.memory().numTensors');
    for (const [index, moment] of moments(4, stops).entries()) {
      // Every third is pressed twice.
      const { took } = await pressStop(
        kernel,
        `for await (const { step } of train(halting.model, halting.optimizer, moons, { batchSize: 8, steps: 1e6,
         rng: new Rng(5), loss: crossEntropy, eager: ${eager}, checkpoint: { path: '${file}', every: 1000 },
         ...(existsSync('${file}') ? { resume: '${file}' } : {}) })) seen = step;`,
        index % 3 === 2 ? 5 : undefined,
        moment,
      );
      // A graph's first run compiles inside of TensorFlow, which no stop can enter.
      expect(took).toBeLessThan(eager ? 1000 : 3000);
    }
    expect(await evaluate('tf.memory().numTensors')).toBe(before);
    expect(await evaluate(`seen > ${eager ? 100 : 10} && halting.optimizer.steps - seen`)).toMatch(/^[01]$/);
    // Compiled steps round otherwise than the recorded ones after each stop.
    if (!eager) return;
    const same = await evaluate(`const whole = make();
    for await (const _ of train(whole.model, whole.optimizer, moons, { batchSize: 8, steps: halting.optimizer.steps,
      rng: new Rng(5), loss: crossEntropy, eager: true }));
    weights(whole.model).join() === weights(halting.model).join()`);
    expect(same).toBe('true');
  },
);

test('work is still compiled after a recording was halted by force', async () => {
  await pressStop(kernel, 'compile((y: tf.Tensor) => { stuck(); return { y }; })(x);', 10);
  const mode = await evaluate(`const square = compile((y: tf.Tensor) => ({ z: y.square() }));
    for (let call = 0; call < 3; call++) tf.dispose(square(x));
    square.mode`);
  expect(mode).toBe((await evaluate('tf.getBackend()')) === "'tensorflow'" ? "'graph'" : "'eager'");
  await evaluate('square.dispose()');
});

test('an update changes all parameters or none', async () => {
  await kernel.execute(`const many = Array.from({ length: 40 }, () => tf.variable(tf.zeros([4])));
    const sgd = new Sgd({ many }, { learningRate: 1 });
    const ones = Object.fromEntries(Object.entries(sgd.parameters).map(([path, { shape }]) => [path, tf.ones(shape)]));`);
  for (const [index, moment] of moments(6, 20).entries()) {
    await pressStop(kernel, 'deaf(() => sgd.step(ones));', index % 2 ? 5 : undefined, moment);
    expect(await evaluate('many.every((p) => p.dataSync()[0] === -sgd.steps)')).toBe('true');
  }
});

test('a long step is stopped in its forward pass, before the update', async () => {
  const { took } = await pressStop(
    kernel,
    `const slow = make();
     const start = weights(slow.model).join();
     const forever = (output: tf.Tensor, target: tf.Tensor) => { deaf(() => output.square().dispose()); return tf.scalar(0); };
     for await (const _ of train(slow.model, slow.optimizer, moons, { batchSize: 8, steps: 9, rng: new Rng(5), loss: forever }));`,
  );
  expect(took).toBeGreaterThan(400);
  expect(took).toBeLessThan(1000);
  expect(await evaluate('slow.optimizer.steps === 0 && weights(slow.model).join() === start')).toBe('true');
});

test('a native call is stopped as soon as it returns', async () => {
  await kernel.execute(`const large = tf.ones([3000, 3000]);
    const first = performance.now();
    large.matMul(large).dispose();
    let longest = performance.now() - first;`);
  const { took } = await pressStop(
    kernel,
    `for (;;) { const begun = performance.now(); large.matMul(large).dispose();
       longest = Math.max(longest, performance.now() - begun); }`,
  );
  expect(took).toBeLessThan(Number(await evaluate('longest')) + 500);
});
