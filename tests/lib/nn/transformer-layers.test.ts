import * as tf from '@tensorflow/tfjs';
import { DecoderLayer, dispose, EncoderLayer, normal, paddingMask, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

const draw = (seed: number, ...shape: [number, number, number]) =>
  normal<tf.Rank.R3>(shape, 1, new Rng(seed));
const near = (one: ArrayLike<number>, other: ArrayLike<number>) => {
  expect(one.length).toBe(other.length);
  for (let index = 0; index < one.length; index++) expect(one[index]).toBeCloseTo(other[index], 4);
};

describe.each(['pre', 'post'] as const)('with the norm %s', (norm) => {
  const encoder = () => new EncoderLayer(6, 2, new Rng(0), { norm });
  const decoder = () => new DecoderLayer(6, 2, new Rng(0), { norm });

  test('the encoder is not moved by what a mask hides', () => {
    const layer = encoder();
    tf.tidy(() => {
      const x = draw(1, 1, 4, 6);
      const mask = paddingMask(tf.tensor2d([[1, 1, 1, 0]]));
      const masked = layer.forward(x, { mask }).slice([0, 0, 0], [1, 3, 6]);
      near(masked.dataSync(), layer.forward(x.slice([0, 0, 0], [1, 3, 6])).dataSync());
    });
    dispose(layer);
  });

  test('the decoder does not see the future, and sees the memory', () => {
    const layer = decoder();
    tf.tidy(() => {
      const [x, memory] = [draw(1, 1, 4, 6), draw(2, 1, 3, 6)];
      const whole = layer.attend(x, memory);
      near(
        whole.output.slice([0, 0, 0], [1, 2, 6]).dataSync(),
        layer.forward(x.slice([0, 0, 0], [1, 2, 6]), memory).dataSync(),
      );
      expect(whole.weights.shape).toEqual([1, 2, 4, 3]);
      const other = layer
        .forward(x, draw(3, 1, 3, 6))
        .sub(whole.output)
        .abs()
        .max()
        .dataSync()[0];
      expect(other).toBeGreaterThan(1e-3);
      near(layer.forward(x, layer.cross.project(memory)).dataSync(), whole.output.dataSync());
    });
    dispose(layer);
  });

  test('dropout acts only with an Rng', () => {
    const layer = new EncoderLayer(6, 2, new Rng(0), { norm, dropout: 0.5 });
    tf.tidy(() => {
      const x = draw(1, 1, 4, 6);
      near(layer.forward(x).dataSync(), layer.forward(x).dataSync());
      const dropped = layer
        .forward(x, { rng: new Rng(1) })
        .sub(layer.forward(x))
        .abs()
        .max()
        .dataSync()[0];
      expect(dropped).toBeGreaterThan(1e-3);
    });
    dispose(layer);
  });

  test('both leak nothing', () => {
    expectNoLeak(() => {
      const [one, two] = [encoder(), decoder()];
      const [x, memory] = [draw(1, 2, 3, 6), draw(2, 2, 5, 6)];
      const { value, grads } = tf.variableGrads(() => two.forward(x, one.forward(memory)).square().sum());
      tf.dispose([x, memory, value, grads]);
      dispose(one);
      dispose(two);
    });
  });
});

test('refuses another norm', () => {
  const options = { norm: 'both' as never };
  expect(() => new EncoderLayer(6, 2, new Rng(0), options)).toThrow(
    "EncoderLayer: expected a norm 'pre' or 'post', got both",
  );
  expect(() => new DecoderLayer(6, 2, new Rng(0), options)).toThrow(
    "DecoderLayer: expected a norm 'pre' or 'post', got both",
  );
});
