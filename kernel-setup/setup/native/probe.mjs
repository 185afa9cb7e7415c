import { root } from '../paths.mjs';
import { reason } from '../reason.mjs';
import { run } from '../run.mjs';

/** A new process loads tfjs-node and multiplies two matrices of ones: 2·2·2 = 8. */
const trial = `
  const util = require('node:util');
  util.isNullOrUndefined ??= (value) => value == null; // removed in Node 23, tfjs-node 4.22 calls both
  util.isArray ??= Array.isArray;
  const tf = require('@tensorflow/tfjs-node');
  const ones = tf.ones([2, 2]);
  console.log('sum ' + tf.matMul(ones, ones).sum().arraySync());
`;

/** Whether the native library loads and computes; if not, why. @returns {Promise<string | undefined>} the reason */
export async function probe() {
  const env = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };
  const result = await run(process.execPath, ['-e', trial], { cwd: root, env, seconds: 120 });
  return result.output.includes('sum 8') ? undefined : `it doesn’t load: ${reason(result)}`;
}
