import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { dropout, Rng } from 'lineage';
import { compile } from 'lineage/compile';

const native = () => tf.getBackend() === 'tensorflow';
const here = ` at ${path.join('tests', 'lib', 'compile', path.basename(__filename))}:`;

type Work = (x: tf.Tensor1D) => Record<string, tf.Tensor>;

let counter = 0;
let kept: tf.Tensor | undefined;
const rng = new Rng(0);

describe('work that can not be compiled is found out and done eagerly, with the operation and the place', () => {
  /** The work, why it is not compiled, and whether its results are chance. */
  const cases: Record<string, { work: Work; why: string; chance?: boolean }> = {
    'a branch on a value': {
      work: (x) => ({ y: x.sum().dataSync()[0] > 3 ? x.mul(2) : x.neg() }),
      why: `reads the result of Sum in the middle of its work${here}`,
    },
    'a read of its input': {
      work: (x) => ({ y: x.mul(x.dataSync()[0]) }),
      why: `reads an input or a variable in the middle of its work${here}`,
    },
    "a number of JavaScript's that changes": {
      work: (x) => ({ y: x.neg().mul(counter++) }),
      why: `does not do the same at each call: a number that changed between two calls became part of Mul${here}`,
    },
    'another operation': {
      work: (x) => ({ y: counter++ % 2 ? x.exp() : x.neg() }),
      why: `does not do the same at each call: Exp at one, Neg at the next${here}`,
    },
    'another number of operations': {
      work: (x) => ({ y: counter++ % 2 ? x.mul(2) : x.mul(2).add(1) }),
      why: `does not do the same at each call: nothing at one, Add at the next${here}`,
    },
    'as many numbers as are found': {
      work: (x) => {
        const { values } = tf.unique(x);
        return { mean: values.sum().div(values.size) };
      },
      why: `UniqueV2 gives as many numbers as it finds${here}`,
    },
    "TensorFlow's own chance": {
      work: (x) => ({ y: tf.multinomial(tf.tensor1d([0.5, 0.5]).log() as tf.Tensor1D, 2, 3).add(x.sum()) }),
      why: `Multinomial draws from TensorFlow's own generator${here}`,
      chance: true,
    },
    'noise that knows no steps': {
      work: (x) => ({ y: dropout(x, 0.5, rng) }),
      why: `draws noise from an Rng that knows no steps at ${path.join('lib', 'nn', 'dropout.ts')}:`,
      chance: true,
    },
    'a tensor that it keeps': {
      work: (x) => {
        kept?.dispose();
        kept = tf.keep(x.mul(2));
        return { y: kept.add(1) };
      },
      why: `keeps a tensor of its work${here}`,
    },
    'a variable that it makes': {
      work: (x) => ({ y: tf.variable(x).add(1) }),
      why: 'makes a variable',
    },
  };

  test.each(Object.entries(cases))('%s', (_, { work, why, chance }) => {
    const results = (each: Work) => {
      counter = 0;
      return Array.from({ length: 7 }, (_, call) =>
        tf.tidy(() =>
          Object.values(each(tf.tensor1d([call % 3, 2, call]))).map((tensor) => [...tensor.dataSync()]),
        ),
      );
    };
    const compiled = compile(work);
    const got = results(compiled);
    if (!chance) expect(got).toEqual(results(work));
    expect(compiled.mode).toBe('eager');
    expect(compiled.why).toContain(native() ? why : 'backend has no graphs');
    compiled.dispose();
    tf.disposeVariables();
    kept?.dispose();
    kept = undefined;
  });
});

test('on another backend the same work goes on eagerly', async () => {
  const compiled = compile((x: tf.Tensor1D) => ({ y: x.mul(2) }));
  const numbers = () => tf.tidy(() => [...compiled(tf.tensor1d([1, 2])).y.dataSync()]);
  for (let call = 0; call < 3; call++) expect(numbers()).toEqual([2, 4]);
  const before = tf.getBackend();
  const hint = jest.spyOn(console, 'warn').mockImplementation(); // that another backend is quicker
  await tf.setBackend('cpu');
  try {
    expect(numbers()).toEqual([2, 4]);
    expect([compiled.mode, compiled.why]).toEqual(['eager', 'the cpu backend has no graphs']);
  } finally {
    await tf.setBackend(before);
    hint.mockRestore();
  }
  expect(numbers()).toEqual([2, 4]);
  expect(compiled.mode).toBe(native() ? 'recorded' : 'eager'); // at the fourth call once more
  compiled.dispose();
});
