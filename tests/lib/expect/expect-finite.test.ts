import * as tf from '@tensorflow/tfjs';
import { dispose, Linear, Rng } from 'lineage';
import { expectFinite } from '../../../lib/expect/expect-finite';
import { expectNoLeak } from '../../leaks';

test('large and many finite numbers pass, even where their sum overflows', () => {
  tf.tidy(() => {
    for (const values of [[0, -1e30, 1e30], new Array<number>(64).fill(3e38)])
      expect(() => expectFinite('who', tf.tensor1d(values))).not.toThrow();
  });
});

test('NaN and infinities are named with their place, also where they would cancel out', () => {
  tf.tidy(() => {
    const x = tf.tensor2d([1, 2, 3, 4, Infinity, -Infinity], [3, 2]);
    expect(() => expectFinite('who', x)).toThrow('who: expected finite numbers, got Infinity at [2, 0]');
  });
});

test('nothing is read back while a gradient is recorded: train has a guard of its own', () => {
  const layer = new Linear(2, 1, new Rng(0));
  const x = tf.tensor2d([[1, Number.NaN]]);
  const read = jest.spyOn(tf.Tensor.prototype, 'dataSync');
  tf.tidy(() => {
    tf.variableGrads(() => layer.forward(x).sum());
  });
  expect(read).not.toHaveBeenCalled();
  expect(() => layer.forward(x)).toThrow('Linear(2 → 1): expected finite numbers, got NaN at [0, 1]');
  expect(read).toHaveBeenCalled();
  read.mockRestore();
  dispose(layer);
  x.dispose();
});

test('leaks nothing, refused or not', () => {
  expectNoLeak(() => {
    const [good, bad] = [tf.ones([3]), tf.tensor1d([Number.NaN])];
    expectFinite('who', good);
    expect(() => expectFinite('who', bad)).toThrow('got NaN at [0]');
    tf.dispose([good, bad]);
  });
});
