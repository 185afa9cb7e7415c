import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { finiteDifferences, Value } from 'lineage/autograd';

/** The arithmetic of micrograd's README (github.com/karpathy/micrograd), written in our words. */
function microgradExample() {
  const a = new Value(-4, 'a');
  const b = new Value(2, 'b');
  let c = a.add(b);
  let d = a.multiply(b).add(b.power(3));
  c = c.add(c.add(1));
  c = c.add(c.add(1)).subtract(a);
  d = d.add(d.multiply(2)).add(b.add(a).relu());
  d = d.add(d.multiply(3)).add(b.subtract(a).relu());
  const f = c.subtract(d).power(2);
  const g = f.divide(2).add(new Value(10).divide(f));
  return { a, b, g };
}

test("micrograd's published value and gradients", () => {
  const { a, b, g } = microgradExample();
  g.backward();
  expect(g.data).toBeCloseTo(24.7041, 4);
  expect(a.grad).toBeCloseTo(138.8338, 4);
  expect(b.grad).toBeCloseTo(645.5773, 4);
});

test('backward() twice gives the same gradients, not the double', () => {
  const { a, g } = microgradExample();
  g.backward();
  const first = a.grad;
  g.backward();
  expect(a.grad).toBe(first);
});

type Unary = 'negate' | 'exp' | 'log' | 'tanh' | 'sigmoid' | 'relu';
const unary: Record<Unary, (x: tf.Tensor) => tf.Tensor> = {
  negate: tf.neg,
  exp: tf.exp,
  log: tf.log,
  tanh: tf.tanh,
  sigmoid: tf.sigmoid,
  relu: tf.relu,
};
describe.each(Object.keys(unary) as Unary[])('%s', (name) => {
  const points = name === 'log' ? [0.01, 0.5, 1, 7] : [-3, -0.5, 0.25, 2];
  test.each(points)('agrees with tfjs and finite differences at %d', (point) => {
    const x = new Value(point, 'x');
    const y = x[name]();
    y.backward();
    const { value, grad } = tf.valueAndGrad((t: tf.Tensor) => unary[name](t))(tf.scalar(point));
    expect(y.data).toBeCloseTo(value.dataSync()[0], 5);
    expect(Math.abs(x.grad - grad.dataSync()[0])).toBeLessThan(1e-5 * (1 + Math.abs(x.grad)));
    tf.dispose([value, grad]);
    const [slope] = finiteDifferences(() => x[name](), [x]);
    expect(Math.abs(x.grad - slope)).toBeLessThan(1e-6 * (1 + Math.abs(slope)));
  });
});

describe.each(['add', 'subtract', 'multiply', 'divide'] as const)('%s', (name) => {
  test('has the slopes that finite differences find, in both operands', () => {
    const number = fc.double({ min: 0.2, max: 9, noNaN: true });
    fc.assert(
      fc.property(number, number, (p, q) => {
        const a = new Value(-p);
        const b = new Value(q);
        a[name](b).backward();
        const slopes = finiteDifferences(() => a[name](b), [a, b]);
        for (const [index, value] of [a, b].entries())
          expect(Math.abs(value.grad - slopes[index])).toBeLessThan(1e-5 * (1 + Math.abs(slopes[index])));
      }),
    );
  });
});

test('a constant may stand for a value', () => {
  const x = new Value(3);
  const y = x.add(1).subtract(2).multiply(5).divide(4).power(2);
  y.backward();
  expect(y.data).toBe(6.25);
  expect(x.grad).toBe(2 * 2.5 * 1.25);
});

test('a value used in two places collects the gradient of both', () => {
  const x = new Value(3);
  const y = x.multiply(x).add(x);
  y.backward();
  expect(x.grad).toBe(7);
});

test('sum is one node, and hands its gradient to every term', () => {
  const terms = [1, 2, 3].map((number) => new Value(number));
  const sum = Value.sum(terms);
  sum.multiply(2).backward();
  expect(sum.data).toBe(6);
  expect(terms.map((term) => term.grad)).toEqual([2, 2, 2]);
});

test('a chain of 200,000 operations does not overflow the call stack', () => {
  const x = new Value(0);
  let y = x;
  for (let step = 0; step < 200_000; step++) y = y.add(1);
  y.backward();
  expect(y.data).toBe(200_000);
  expect(x.grad).toBe(1);
});

test('sigmoid stays a number at both extremes', () => {
  expect(new Value(-1000).sigmoid().data).toBe(0);
  expect(new Value(1000).sigmoid().data).toBe(1);
});

test('refuses what is not a finite number, and says what produced it', () => {
  expect(() => new Value(Number.NaN)).toThrow('Value: expected a finite number, got NaN');
  expect(() => new Value('3' as unknown as number, 'x')).toThrow('Value x: expected a finite number, got 3');
  expect(() => new Value(-1, 'x').log()).toThrow("Value: 'log' of x = -1 gave NaN");
  expect(() => new Value(1).divide(0)).toThrow("Value: '÷' of 1 and 0 gave Infinity");
  expect(() => new Value(800).exp()).toThrow('has training diverged');
});
