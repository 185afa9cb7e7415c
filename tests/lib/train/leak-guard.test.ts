import * as tf from '@tensorflow/tfjs';
import { LeakGuard } from 'lineage';

test('returns what the work returns', () => {
  expect(new LeakGuard('work').watch(() => 3)).toBe(3);
});

test('says who left how many', () => {
  const kept: tf.Tensor[] = [];
  expect(() =>
    new LeakGuard('my loss').watch(() => {
      kept.push(tf.scalar(1), tf.scalar(2));
    }),
  ).toThrow('my loss: expected every tensor to be freed, got 2 left behind per call.');
  tf.dispose(kept);
});

test('patience lets a few calls in a row pass; a clean call starts the count anew', () => {
  const kept: tf.Tensor[] = [];
  const guard = new LeakGuard('work', 2);
  const leak = () => kept.push(tf.scalar(1));
  const clean = () => tf.scalar(1).dispose();
  for (const work of [leak, leak, clean, leak, leak]) guard.watch(work);
  expect(() => guard.watch(leak)).toThrow('got 1 left behind per call');
  tf.dispose(kept);
});

test('tensors made outside are not counted', () => {
  const guard = new LeakGuard('work');
  const mine = tf.scalar(1);
  guard.watch(() => mine.add(1).dispose());
  guard.watch(() => mine.dispose());
});
