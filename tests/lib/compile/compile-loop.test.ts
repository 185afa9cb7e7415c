import * as tf from '@tensorflow/tfjs';
import { Rng } from 'lineage';
import { compileLoop, effect, guard, stepNumber } from 'lineage/compile';
import { uniformNoise } from 'lineage/noise';
import { expectNoLeak } from '../../leaks';

const native = () => tf.getBackend() === 'tensorflow';

type State = { x: tf.Tensor2D; turns: tf.Tensor1D };

/** A turn in which everything passes on: a product, a choice by the turn's number, several results, a variable. */
function turnWith(weight: tf.Variable<tf.Rank.R2>) {
  return (turn: tf.Scalar, { x, turns }: State, { shift }: { shift: tf.Scalar }): State => {
    const [left, right] = tf.split(x.matMul(weight).tanh(), 2, 1);
    const mixed = tf.concat([right, left.add(shift)], 1) as tf.Tensor2D;
    const places = tf.tensor1d([0, 1, 2, 3, 4, 5], 'int32');
    const here = places.equal(turn).cast<tf.Tensor1D>('int32');
    return {
      x: mixed,
      turns: turns.mul<tf.Tensor1D>(tf.sub<tf.Tensor1D>(tf.scalar(1, 'int32'), here)).add(here.mul(turn)),
    };
  };
}

const start = () => ({
  state: {
    x: tf.tensor2d([
      [1, 2, 3, 4],
      [0.5, 0, -1, 2],
    ]),
    turns: tf.fill([6], -1, 'int32') as tf.Tensor1D,
  },
  fixed: { shift: tf.scalar(0.25) },
});

const wild = () => tf.variable(tf.randomNormal<tf.Rank.R2>([4, 4], 0, 0.7, 'float32', 3));

test.each([
  ['as a plain graph', 0, 1e-6],
  ['by XLA', 1e6, 2e-5],
])('%s, so many turns give what they give one after the other', (_, calls, within) => {
  const weight = wild();
  const turn = turnWith(weight);
  const loop = compileLoop(turn, { calls });
  for (const turns of [1, 2, 6, 3]) {
    tf.tidy(() => {
      const { state, fixed } = start();
      let expected: State = state;
      for (let index = 0; index < turns; index++) expected = turn(tf.scalar(index, 'int32'), expected, fixed);
      const got = loop(turns, state, fixed);
      expect([...got.turns.dataSync()]).toEqual([...expected.turns.dataSync()]);
      const difference = got.x.sub(expected.x).abs().max().dataSync()[0];
      expect(difference).toBeLessThanOrEqual(within);
    });
    expect([loop.mode, loop.xla]).toEqual(native() ? ['graph', calls > 0] : ['eager', false]);
  }
  loop.dispose();
  weight.dispose();
});

test('follows its variables, and a call with other shapes', () => {
  const weight = wild();
  const turn = turnWith(weight);
  const loop = compileLoop(turn);
  const last = (by: typeof loop, x: tf.Tensor2D) =>
    tf.tidy(() => [...by(4, { ...start().state, x }, start().fixed).x.dataSync()]);
  const one = tf.ones<tf.Rank.R2>([2, 4]);
  const before = last(loop, one);
  tf.tidy(() => weight.assign(weight.mul(2)));
  const after = last(loop, one);
  expect(after).not.toEqual(before);
  const three = tf.ones<tf.Rank.R2>([3, 4]);
  const rows = last(loop, three);
  expect(loop.mode).toBe('eager');
  expect(rows).toHaveLength(12);
  for (const [place, number] of after.entries()) expect(rows[place]).toBeCloseTo(number, 5);
  loop.dispose();
  expect(last(loop, one)).toHaveLength(8);
  expect([loop.mode, loop.xla]).toEqual(['eager', false]);
  tf.dispose([weight, one, three]);
});

test('leaves no tensor behind in a thousand turns, and takes the same state again', () => {
  const weight = wild();
  const { state, fixed } = start();
  const loop = compileLoop(turnWith(weight));
  tf.dispose(Object.values(loop(3, state, fixed)));
  expectNoLeak(() => {
    for (let call = 0; call < 50; call++) tf.dispose(Object.values(loop(20, state, fixed)));
  });
  loop.dispose();
  tf.dispose([weight, ...Object.values(state), ...Object.values(fixed)]);
});

test('what passes unchanged is still a tensor of its own', () => {
  const x = tf.tensor1d([1, 2]);
  const y = tf.tensor1d([3]);
  const loop = compileLoop((_turn, { x, y }: { x: tf.Tensor; y: tf.Tensor }) => ({ x: x.add(y), y }));
  for (let call = 0; call < 3; call++) {
    const after = loop(2, { x, y }, {});
    expect([...after.x.dataSync(), ...after.y.dataSync()]).toEqual([7, 8, 3]);
    tf.dispose(Object.values(after));
  }
  expect([...y.dataSync()]).toEqual([3]);
  loop.dispose();
  tf.dispose([x, y]);
});

let count = 0;
test.each<[string, (x: tf.Tensor) => tf.Tensor, string]>([
  ['reads numbers', (x) => x.mul(x.dataSync()[0]), 'reads'],
  ['guards', (x) => guarded(x), 'looks at numbers'],
  ['has an effect', (x) => counted(x), 'looks at numbers or changes JavaScript’s state'],
  ['counts by itself', (x) => x.add(count++), 'does not do the same at each turn'],
  ['asks for numbers', (x) => x.add(stepNumber(() => 1)), 'asks JavaScript for numbers'],
  ['draws', (x) => x.add(uniformNoise([2], new Rng(0))), 'draws noise'],
  ['grows', (x) => tf.concat([x, x]), 'gives other names, types or shapes'],
])('a turn that %s is done eagerly, and says why', (_, change, why) => {
  if (!native()) return expect(compileLoop).toBeDefined();
  const loop = compileLoop((_turn, { x }: { x: tf.Tensor }) => ({ x: change(x) }));
  tf.tidy(() => {
    loop(2, { x: tf.tensor1d([1, 2]) }, {});
  });
  expect(loop.mode).toBe('eager');
  expect(loop.why).toContain(why);
});

function guarded(x: tf.Tensor): tf.Tensor {
  guard([x], () => {});
  return x.mul(2);
}

function counted(x: tf.Tensor): tf.Tensor {
  effect(() => {
    count++;
  });
  return x.mul(2);
}
