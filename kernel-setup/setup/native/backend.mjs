import fs from 'node:fs';
import { scratch } from '../paths.mjs';
import { Problem } from '../problem.mjs';
import { tools } from '../tools.mjs';
import { decide } from './decide.mjs';
import { forced } from './forced.mjs';
import { complete, failure, origin, remember, rememberFailure, settle, works } from './library.mjs';
import { official } from './official.mjs';
import { probe } from './probe.mjs';
import { wheel } from './wheel.mjs';

/** The tiers of the native library, best first, each with what the reader calls it. */
const ways = [
  ['official build', official],
  ['out of pip’s tensorflow-cpu', wheel],
];

/**
 * Finds the fastest backend and installs it if need be.
 *
 * @param {{ retry?: boolean }} [options] retry: try again what failed before
 * @returns {Promise<{ tier: 'native' | 'wasm' | 'cpu', why: string }>}
 */
export async function backend({ retry } = {}) {
  const tier = forced();
  settle();
  const here = { forced: tier, installed: works(), failure: failure(), retry };
  // Looking for tools takes a moment and only matters once something has failed.
  const action = decide({ ...here, tools: here.failure ? await tools() : {} });
  if (action === 'skip') return { tier, why: `LINEAGE_BACKEND=${tier}` };
  if (action === 'ready') return { tier: 'native', why: origin() };
  const reasons = action === 'remembered' ? here.failure.reasons : await install();
  if (reasons.length === 0) return { tier: 'native', why: origin() };
  if (tier === 'native') throw new Problem(`LINEAGE_BACKEND=native: ${reasons.join('; ')}`, advice);
  if (action === 'install')
    console.log('  The lessons run on WebAssembly instead: the same numbers, training 2–3 times slower.');
  return {
    tier: 'wasm',
    why: `no native TensorFlow (${reasons.join('; ')}); to try again: npm run doctor -- --retry`,
  };
}

const advice = 'mend that, or leave LINEAGE_BACKEND out: the lessons run on WebAssembly too';

/** Tries one way after the other; why each failed, or nothing if one succeeded. */
async function install() {
  if (complete() && !(await probe())) {
    remember(origin() ?? 'already there');
    return [];
  }
  const reasons = [];
  try {
    for (const [name, get] of ways) {
      const why = await attempt(get);
      if (!why) {
        remember(name);
        return [];
      }
      reasons.push(`${name}: ${why}`);
    }
  } finally {
    fs.rmSync(scratch(), { recursive: true, force: true });
  }
  rememberFailure(reasons, await tools());
  return reasons;
}

/** Why one way failed; a disk too full for it still has room for WebAssembly. */
async function attempt(get) {
  try {
    return await get();
  } catch (error) {
    if (!(error instanceof Problem) && error.code !== 'ENOSPC') throw error;
    const why = error.code === 'ENOSPC' ? 'the disk is full' : error.message;
    console.log(`  ${why}`);
    return why;
  }
}
