import fs from 'node:fs';
import { build } from './build.mjs';
import { alone } from './lock.mjs';
import { backend } from './native/backend.mjs';
import { forced } from './native/forced.mjs';
import { packages } from './packages.mjs';
import { scratch } from './paths.mjs';

/**
 * What every command needs first: the npm packages, the compiled sources, and, unless told otherwise, a backend.
 *
 * @param {object} [needs]
 * @param {boolean} [needs.tensors] whether tensors will be computed
 * @param {() => Promise<void>} [needs.more] a further step, under the same lock
 * @returns {Promise<{ tier: string, why: string } | undefined>} the backend
 */
export async function prepare({ tensors = true, more, retry } = {}) {
  forced(); // a misspelt LINEAGE_BACKEND is refused before anything is downloaded
  return await alone(async () => {
    await packages();
    const chosen = tensors ? await backend({ retry }) : undefined;
    await more?.();
    await build();
    fs.rmSync(scratch(), { recursive: true, force: true });
    return chosen;
  });
}
