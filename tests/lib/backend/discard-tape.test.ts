import * as tf from '@tensorflow/tfjs';
import { discardTape } from 'lineage/backend/discard-tape';

/** A forward pass that keeps two results, and fails in an operation that has saved tensors. */
function failingPass(x: tf.Variable, kept: tf.Tensor[]): void {
  const custom = tf.customGrad((y) => {
    const value = (y as tf.Tensor).neg();
    return { value, gradFunc: (dy) => (dy as tf.Tensor).neg() };
  });
  const failing = tf.customGrad((...given) => {
    const [y, save] = given as [tf.Tensor, tf.GradSaveFunc];
    save([y, y.exp()]);
    throw new Error('cut off');
  });
  tf.tidy(() => {
    tf.variableGrads(() => {
      const y = x.square();
      kept.push(tf.keep(y.sin()), tf.keep(custom(y)), tf.keep(y.clone()));
      return failing(y).sum().asScalar();
    }, [x]);
  });
}

test('what the forward pass saved is freed, also by the operation that was cut off; what the reader kept stays', () => {
  const x = tf.variable(tf.tensor1d([1, 2]));
  const kept: tf.Tensor[] = [];
  const before = tf.memory().numTensors;
  expect(() => failingPass(x, kept)).toThrow('cut off');
  expect(tf.memory().numTensors).toBeGreaterThan(before + kept.length);
  discardTape();
  expect(tf.memory().numTensors).toBe(before + kept.length);
  expect(kept.map((tensor) => tensor.isDisposed)).toEqual([false, false, false]);
  tf.dispose([x, ...kept]);
});
