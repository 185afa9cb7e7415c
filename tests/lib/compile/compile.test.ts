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
  for (let round = 0; round < 5; round++)
    for (const x of [tf.ones([2]), tf.ones([3]), tf.ones([2], 'int32'), tf.ones([2, 2])]) {
      const { sum } = work(x);
      expect(sum.dataSync()[0]).toBe(x.size);
      expect(sum.dtype).toBe(x.dtype);
      tf.dispose([x, sum]);
    }
  expect(work.mode).toBe('graph');
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

onNative('takes and gives whole numbers and truths', () => {
  const chosen = tf.tensor1d([true, false, true], 'bool');
  const work = compile((ids: tf.Tensor1D, isKept: tf.Tensor1D) => ({
    ids: ids.add(tf.scalar(1, 'int32')),
    isKept: isKept.logicalAnd(chosen),
    parity: ids.mod(tf.scalar(2, 'int32')).cast('bool'),
  }));
  for (let call = 0; call < 6; call++)
    tf.tidy(() => {
      const { ids, isKept, parity } = work(
        tf.tensor1d([call, 2 ** 24 + 1, -3], 'int32'),
        tf.tensor1d([call > 2, true, true], 'bool'),
      );
      expect([...ids.dataSync()]).toEqual([call + 1, 2 ** 24 + 2, -2]);
      expect([...isKept.dataSync()]).toEqual([call > 2 ? 1 : 0, 0, 1]);
      expect([...parity.dataSync()]).toEqual([call % 2, 1, 1]);
      expect([ids.dtype, isKept.dtype, parity.dtype]).toEqual(['int32', 'bool', 'bool']);
    });
  expect(work.mode).toBe('graph');
  work.dispose();
  chosen.dispose();
});

onNative('what changes late is found at call 4, 16, 64 …', () => {
  let factor = 1;
  const compiled = compile((x: tf.Tensor1D) => ({ y: x.mul(factor) }));
  calls(compiled, 5);
  expect(compiled.mode).toBe('graph');
  factor = 2;
  expect(calls(compiled, 11)[10]).toEqual([20, 21]); // the 16th
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
