import * as tf from '@tensorflow/tfjs';
import { type Activation, activate } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { expectGradient } from './finite-differences';

/** Every activation with its formula in float64. */
const formulas: Record<Activation, (x: number) => number> = {
  identity: (x) => x,
  relu: (x) => Math.max(x, 0),
  leakyRelu: (x) => (x > 0 ? x : 0.01 * x),
  elu: (x) => (x > 0 ? x : Math.expm1(x)),
  gelu: (x) => x * normalBelow(x),
  geluTanh: (x) => 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))),
  silu: (x) => x / (1 + Math.exp(-x)),
  sigmoid: (x) => 1 / (1 + Math.exp(-x)),
  logSigmoid: (x) => -Math.log1p(Math.exp(-x)),
  tanh: Math.tanh,
  softplus: (x) => Math.log1p(Math.exp(x)),
};

/** The normal distribution's Φ by its power series (Abramowitz and Stegun, 26.2.10). */
function normalBelow(x: number): number {
  let term = x;
  let sum = x;
  for (let n = 1; n < 100; n++) {
    term *= (-x * x * (2 * n - 1)) / (2 * n * (2 * n + 1));
    sum += term;
  }
  return 0.5 + sum / Math.sqrt(2 * Math.PI);
}

describe.each(Object.keys(formulas) as Activation[])('%s', (name) => {
  const places = [-3, -1.5, -0.25, 0.25, 1, 2.5];

  test('follows its formula', () => {
    const y = tf.tidy(() => activate(name, tf.tensor1d(places)).dataSync());
    places.forEach((x, index) => {
      expect(y[index]).toBeCloseTo(formulas[name](x), 5);
    });
  });

  test('has the gradient of its finite differences', () => {
    expectGradient((x) => activate(name, x).sum(), places);
  });

  test('stays finite, value and gradient, at ±1e4', () => {
    tf.tidy(() => {
      const x = tf.tensor1d([-1e4, 1e4]);
      const gradient = tf.grad((x) => activate(name, x).sum())(x);
      for (const value of [...activate(name, x).dataSync(), ...gradient.dataSync()])
        expect(Number.isFinite(value)).toBe(true);
    });
  });

  test('leaks nothing, and its result is not its input', () => {
    expectNoLeak(() => {
      const x = tf.tensor1d(places);
      const y = activate(name, x);
      x.dispose();
      expect(y.dataSync()).toHaveLength(places.length);
      y.dispose();
    });
  });
});

test('an unknown activation is refused with the known ones', () => {
  tf.tidy(() =>
    expect(() => activate('swish' as Activation, tf.scalar(1))).toThrow(
      /^activate: expected one of identity, relu, .*, got "swish"$/,
    ),
  );
});
