import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { ready } from 'lineage';
import { readSafetensors, writeSafetensors } from '../../lib/train/safetensors';
import type { Request } from '../request';
import { peak } from './peak';
import { timed } from './timed';
import type { Running } from './work';
import { works } from './works';

const running = new Map<string, Running>();

/** Does what the orchestrator asks of our side; what it answers, under `value`. */
export async function answer(request: Request): Promise<{ value: unknown }> {
  return { value: await does(request) };
}

async function does(request: Request): Promise<unknown> {
  switch (request.do) {
    case 'hello': {
      const { version } = await ready();
      return { versions: { node: process.versions.node, TensorFlow: version, tfjs: tf.version.tfjs } };
    }
    case 'peak':
      return peak(request.size, request.times);
    case 'write': {
      const { weights, batches, data } = await workOf(request.work).start(request.config, request.count);
      writeSafetensors(path.join(request.folder, 'weights.safetensors'), { tensors: weights, metadata: {} });
      writeSafetensors(path.join(request.folder, 'batches.safetensors'), { tensors: batches, metadata: {} });
      return data;
    }
    case 'start': {
      const [weights, batches] = ['weights', 'batches'].map(
        (name) => readSafetensors(path.join(request.folder, `${name}.safetensors`)).tensors,
      );
      const work = await workOf(request.work).run(request.config, request.variant, weights, batches);
      running.set(request.key, work);
      const begun = performance.now();
      const losses: number[] = [];
      while (losses.length < request.steps) losses.push(...work.advance());
      return { losses: losses.slice(0, request.steps), seconds: (performance.now() - begun) / 1000 };
    }
    case 'time':
      return timed(running.get(request.key)!, request.seconds);
    case 'end':
      running.get(request.key)!.dispose();
      running.delete(request.key);
      return null;
  }
}

function workOf(name: string) {
  if (!Object.hasOwn(works, name))
    throw new Error(`bench: expected one of ${Object.keys(works).join(', ')}, got ${name}`);
  return works[name];
}
