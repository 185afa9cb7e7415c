import * as tf from '@tensorflow/tfjs';

/** Makes the first tensor of the plain JavaScript backend, which greets Node's users with a banner, quietly. */
export function skipGreeting(): void {
  const env = tf.env();
  const before = env.getBool('PROD');
  env.set('PROD', true);
  tf.scalar(0).dispose();
  env.set('PROD', before);
}
