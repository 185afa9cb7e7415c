import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { venvPython } from './venv-python';

/** A Python that has torch, or why there is none. */
export interface Found {
  readonly python?: string;
  readonly why?: string;
}

/**
 * Looks for torch: in the Python that was named, else in the bench's own environment.
 *
 * @param named by `--python` or by LINEAGE_BENCH_PYTHON
 * @throws Error where a Python was named and has no torch: nothing else is tried then
 */
export function findTorch(named = process.env.LINEAGE_BENCH_PYTHON): Found {
  if (named) {
    const lack = lackOf(named);
    if (lack) throw new Error(`${named}: expected a Python that has torch and numpy, but ${lack}`);
    return { python: named };
  }
  const own = venvPython();
  if (!existsSync(own)) return { why: 'there is no .native/torch; `npm run bench -- --make-venv` makes it' };
  const lack = lackOf(own);
  return lack
    ? { why: `.native/torch: ${lack}; \`npm run bench -- --make-venv\` makes it anew` }
    : { python: own };
}

/** What keeps a Python from being used, if anything does. */
function lackOf(python: string): string | undefined {
  const { error, status, stderr } = spawnSync(python, ['-c', 'import torch, numpy'], { encoding: 'utf8' });
  if (error) return `it could not be started (${error.message})`;
  return status === 0 ? undefined : stderr.trim().split('\n').pop() || `it ended with code ${status}`;
}
