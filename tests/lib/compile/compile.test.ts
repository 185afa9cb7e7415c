import * as tf from '@tensorflow/tfjs';
import { dropout, Linear, Rng } from 'lineage';
import { type Compiled, compile, effect, guard, stepNumber } from 'lineage/compile';
import { StepRng } from 'lineage/noise';

const native = () => tf.getBackend() === 'tensorflow';
const onNative = (name: string, test_: () => void) =>
  test(name, () => {
    if (native()) test_();
    else expect(compile(() => ({ one: tf.scalar(1) }))).toBeDefined();
  });

/** The numbers of each result of so many calls, with another input at each. */
function calls<R extends Record<string, tf.Tensor>>(
  work: Compiled<[tf.Tensor1D], R>,
  count: number,
): number[][] {
  return Array.from({ length: count }, (_, index) =>
    tf.tidy(() =>
      Object.values(work(tf.tensor1d([index, index + 0.5]))).flatMap((result) => [...result.dataSync()]),
    ),
  );
}

test('gives the same results and changes the same variables, call by call', () => {
  const total = tf.variable(tf.zeros([2]));
  const seen: string[] = [];
  const work = (x: tf.Tensor1D) => {
    total.assign(total.add(x.square()) as tf.Tensor1D);
    return { twice: x.mul(2), large: x.greater(3), total: total.clone() };
  };
  const compiled = compile((x: tf.Tensor1D) => work(x));
  const values = calls(compiled, 12);
  total.assign(tf.zeros([2]));
  expect(values).toEqual(calls(Object.assign(work) as never, 12));
  for (let call = 0; call < 7; call++) {
    tf.tidy(() => compiled(tf.tensor1d([1, 2])));
    seen.push(compiled.mode);
  }
  expect(seen).toContain(native() ? 'graph' : 'eager');
  compiled.dispose();
  total.dispose();
});

onNative('a clone of a variable keeps its value when the graph changes the variable', () => {
  const total = tf.variable(tf.zeros([1]));
  const step = compile(() => {
    total.assign(total.add(1));
    return {};
  });
  for (let call = 0; call < 3; call++) step();
  const before = total.clone();
  for (let call = 0; call < 2; call++) step();
  expect([...before.dataSync(), ...total.dataSync()]).toEqual([3, 5]);
  total.assign(tf.tensor1d([100]));
  for (let call = 0; call < 2; call++) step();
  expect(total.dataSync()[0]).toBe(102);
  step.dispose();
  tf.dispose([before, total]);
});

onNative('compiles each shape and type of its inputs by itself', () => {
  const work = compile((x: tf.Tensor) => ({ sum: x.sum() }));
  for (let round = 0; round < 4; round++)
    for (const x of [tf.ones([2]), tf.ones([3]), tf.ones([2], 'int32'), tf.ones([2, 2])]) {
      const { sum } = work(x);
      expect(sum.dataSync()[0]).toBe(x.size);
      expect(sum.dtype).toBe(x.dtype);
      tf.dispose([x, sum]);
    }
  expect(work.why).toBeUndefined();
  work.dispose();
});

test('numbers of a step are asked for again at each call, effects are repeated', () => {
  let step = 0;
  const compiled = compile(() => {
    const number = stepNumber(() => step + 0.5);
    effect(() => step++);
    return { number };
  });
  const values = Array.from({ length: 9 }, () => tf.tidy(() => compiled().number.dataSync()[0]));
  expect(values).toEqual([0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5]);
  compiled.dispose();
});

test('a guard refuses a call before anything is changed, also in the graph', () => {
  const total = tf.variable(tf.zeros([2]));
  const compiled = compile((x: tf.Tensor1D) => {
    guard([x], (values) => {
      if (values[0] === 6) throw new Error('six');
    });
    total.assign(total.add(x) as tf.Tensor1D);
    return {};
  });
  calls(compiled, 6);
  const before = [...total.dataSync()];
  const numTensors = tf.memory().numTensors;
  const six = tf.tensor1d([6, 7]);
  expect(() => compiled(six)).toThrow('six');
  six.dispose();
  expect([...total.dataSync()]).toEqual(before);
  expect(tf.memory().numTensors).toBe(numTensors);
  compiled.dispose();
  total.dispose();
});

describe('work that can not be compiled is found out and done eagerly, with the reason', () => {
  let counter = 0;
  let kept: tf.Tensor | undefined;
  const rng = new Rng(0);
  test.each<[string, (x: tf.Tensor1D) => Record<string, tf.Tensor>, RegExp]>([
    [
      'a branch on a value',
      (x) => ({ y: x.sum().dataSync()[0] > 3 ? x.mul(2) : x.neg() }),
      /^reads the result of Sum in the middle of its work/,
    ],
    ['a read of its input', (x) => ({ y: x.mul(x.dataSync()[0]) }), /^reads an input or a variable/],
    [
      "a number of JavaScript's that changes",
      (x) => ({ y: x.mul(counter++) }),
      /^does not do the same at each call: a number that changed/,
    ],
    [
      'another number of operations',
      (x) => ({ y: counter++ % 2 ? x.mul(2) : x.mul(2).add(1) }),
      /^does not do the same at each call: \d operations at one/,
    ],
    [
      "TensorFlow's own chance",
      (x) => ({ y: tf.multinomial(tf.tensor1d([0.5, 0.5]).log() as tf.Tensor1D, 2, 3).add(x.sum()) }),
      /^Multinomial draws from TensorFlow's own generator/,
    ],
    [
      'noise that knows no steps',
      (x) => ({ y: dropout(x, 0.5, rng) }),
      /^draws noise from an Rng that knows no steps/,
    ],
    [
      'a tensor that it keeps',
      (x) => {
        kept?.dispose();
        kept = tf.keep(x.mul(2));
        return { y: kept.add(1) };
      },
      /^keeps a tensor of its work/,
    ],
  ])('%s', (_, work, why) => {
    const compiled = compile(work);
    for (let call = 0; call < 5; call++) {
      const x = tf.tensor1d([call, 2]);
      tf.dispose(compiled(x));
      x.dispose();
    }
    kept?.dispose();
    kept = undefined;
    expect(compiled.mode).toBe('eager');
    expect(compiled.why).toMatch(native() ? why : /backend has no graphs$/);
    compiled.dispose();
  });
});

onNative('what changes late is found at call 4, 8, 16 …', () => {
  let factor = 1;
  const compiled = compile((x: tf.Tensor1D) => ({ y: x.mul(factor) }));
  calls(compiled, 5);
  expect(compiled.mode).toBe('graph');
  factor = 2;
  expect(calls(compiled, 4)[3]).toEqual([6, 7]);
  expect(compiled.why).toContain('a number that changed');
  compiled.dispose();
});

onNative('noise of a StepRng is the same bits eager and compiled', () => {
  const clock = { step: 0 };
  const work = (x: tf.Tensor1D) => ({ y: dropout(x, 0.5, new StepRng(new Rng(4), clock)) });
  const run = (each: (x: tf.Tensor1D) => { y: tf.Tensor }) => {
    const values = [];
    for (clock.step = 1; clock.step < 10; clock.step++)
      values.push(tf.tidy(() => [...each(tf.ones([20])).y.dataSync()].join()));
    return values;
  };
  const compiled = compile(work);
  const values = run(compiled);
  expect(compiled.mode).toBe('graph');
  expect(new Set(values).size).toBe(9);
  expect(values).toEqual(run(work));
  compiled.dispose();
});

onNative('an operation that tfjs-node does not describe in full is compiled as well', () => {
  const compiled = compile((x: tf.Tensor1D) => ({ y: x.expandDims(0).add(1) }));
  expect(calls(compiled, 3)[2]).toEqual([3, 3.5]);
  expect(compiled.mode).toBe('graph');
  compiled.dispose();
});

onNative('a graph that TensorFlow can not load leaves the work as it was, with the reason', () => {
  const backend = tf.backend() as unknown as { binding: object };
  const { binding } = backend;
  const compiled = compile((x: tf.Tensor1D) => ({ y: x.mul(3).sub(1) }));
  const names = Object.getOwnPropertyNames(binding);
  backend.binding = {
    ...Object.fromEntries(names.map((name) => [name, Reflect.get(binding, name)])),
    loadSavedModel: () => {
      throw new Error('no such graph\nat all');
    },
  };
  try {
    expect(calls(compiled, 3)[2]).toEqual([5, 6.5]);
  } finally {
    backend.binding = binding;
  }
  expect(compiled.why).toBe('fails as a graph: no such graph');
  compiled.dispose();
});

onNative('what TensorFlow refuses inside a graph is refused in the words of the work', () => {
  const layer = new Linear(2, 2, new Rng(0));
  const table = tf.tensor2d([[1], [2]]);
  const compiled = compile((ids: tf.Tensor1D) => ({ rows: tf.gather(table, ids) }));
  for (let call = 0; call < 3; call++) tf.tidy(() => compiled(tf.tensor1d([0, 1], 'int32')));
  expect(() => tf.tidy(() => compiled(tf.tensor1d([0, 7], 'int32')))).toThrow(/7 is not in \[0, 2\)/);
  expect(tf.tidy(() => [...compiled(tf.tensor1d([1, 0], 'int32')).rows.dataSync()])).toEqual([2, 1]);
  compiled.dispose();
  tf.dispose([table, layer.weight, layer.bias!]);
});

onNative('a thousand compiled steps leave no tensor and no bytes behind', () => {
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
  for (let call = 0; call < 1000; call++) run();
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
