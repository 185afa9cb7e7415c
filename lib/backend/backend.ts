import os from 'node:os';
import * as tf from '@tensorflow/tfjs';
import { closeBackend } from './close-backend';
import { skipGreeting } from './cpu';
import { registerNative } from './native';
import { stopBetweenOperations } from './stop-between-operations';
import { showTensorsAsText } from './tensor-text';
import { registerWasm } from './wasm';

/** The three ways to compute, fastest first. */
export type Tier = 'native' | 'wasm' | 'cpu';

/** Which machinery multiplies the matrices, and why it was chosen. */
export interface Backend {
  readonly tier: Tier;
  /** TensorFlow's version on the native tier, that of tfjs elsewhere. */
  readonly version: string;
  readonly threads: number;
  /** One sentence for the reader. */
  readonly why: string;
}

const tiers: readonly Tier[] = ['native', 'wasm', 'cpu'];
const tfjsName = { native: 'tensorflow', wasm: 'wasm', cpu: 'cpu' } as const;

const refusal = 'no backend is ready yet. Put `await ready()` above this line.';

let chosen: Promise<Backend> | undefined;
let started = false;
let open = closeBackend(refusal);

showTensorsAsText();

/**
 * Makes the fastest backend ready; every notebook awaits it before its first tensor.
 *
 * Native TensorFlow if its library is installed, else WebAssembly. `LINEAGE_BACKEND=native|wasm|cpu` forces one,
 * and then nothing else is tried.
 */
export function ready(): Promise<Backend> {
  chosen ??= choose();
  return chosen;
}

/** Throws unless {@link ready} was awaited: tfjs itself would quietly fall back to its slowest backend. */
export function expectReady(who: string): void {
  if (!started) throw new Error(`${who}: ${refusal}`);
}

async function choose(): Promise<Backend> {
  const forced = process.env.LINEAGE_BACKEND;
  if (forced && !tiers.includes(forced as Tier))
    throw new Error(`LINEAGE_BACKEND: expected native, wasm or cpu, got ${JSON.stringify(forced)}`);
  if (forced === 'wasm' || forced === 'cpu') return start(forced, `LINEAGE_BACKEND=${forced}`);
  try {
    return await start('native', forced ? 'LINEAGE_BACKEND=native' : 'the native library is installed');
  } catch (cause) {
    const reason = (cause as Error).message.split('\n')[0];
    if (forced)
      throw new Error(
        `LINEAGE_BACKEND=native: the native library can't be loaded. Run \`npm run doctor\`. (${reason})`,
      );
    return start('wasm', 'the native library is not installed; `npm run doctor` says why');
  }
}

async function start(tier: Tier, why: string): Promise<Backend> {
  open();
  try {
    let version = tf.version.tfjs;
    let threads = 1;
    if (tier === 'native') {
      version = registerNative();
      threads = Number(process.env.TF_NUM_INTRAOP_THREADS) || os.cpus().length;
    }
    if (tier === 'wasm') threads = registerWasm();
    if (!(await tf.setBackend(tfjsName[tier]))) throw new Error(`backend ${tier}: tfjs could not start it`);
    await tf.ready();
    if (tier === 'cpu') skipGreeting();
    stopBetweenOperations();
    started = true;
    return { tier, version, threads, why };
  } catch (cause) {
    open = closeBackend(refusal);
    throw cause;
  }
}
