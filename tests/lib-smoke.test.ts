import * as tf from '@tensorflow/tfjs';
import { param, parameters, Rng, ready } from 'lineage';

test('x', async () => {
  console.log(await ready());
  const w = param(tf.zeros([3, 4]));
  expect(parameters({ a: { w }, b: [w] })).toEqual({ 'a.w': w });
  expect(new Rng(1).uniform()).toBeLessThan(1);
});
