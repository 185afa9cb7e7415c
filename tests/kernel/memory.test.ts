import { existsSync, readFileSync } from 'node:fs';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('memory ', (started) => {
  kernel = started;
});

/** What the kernel itself allocated, in MB, as Linux counts it: without the pages of files such as TensorFlow's own. */
function anonymous(): number {
  const counted = readFileSync(`/proc/${kernel.process.pid}/smaps_rollup`, 'utf8');
  return Number(counted.match(/^Anonymous:\s+(\d+)/m)![1]) / 1024;
}

test('tfjs and the library fit into 320 MB', async () => {
  if (!existsSync('/proc/self/smaps_rollup')) return; // only Linux tells
  await kernel.execute(
    "import { ready } from 'lineage'; import * as tf from '@tensorflow/tfjs'; await ready();",
  );
  await kernel.execute('tf.matMul(tf.ones([64, 64]), tf.ones([64, 64])).dataSync()[0]');
  expect(anonymous()).toBeLessThan(320);
});
