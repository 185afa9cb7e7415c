import fs from 'node:fs';
import { root, scratch, venvPython } from './paths.mjs';
import { pythonEnvironment } from './python.mjs';
import { run } from './run.mjs';

/**
 * Installs packages into `.venv`.
 *
 * A package that an index lacks is asked for without waiting; only a slow network gets more patience.
 */
export async function pipInstall(packages, { retries, timeout }) {
  const flags = [
    '--disable-pip-version-check',
    '--no-input',
    '--no-cache-dir',
    '--no-compile',
    '--retries',
    retries,
    '--timeout',
    timeout,
  ];
  fs.mkdirSync(scratch('pip'), { recursive: true });
  const env = { ...pythonEnvironment(), TMPDIR: scratch('pip') };
  const args = ['-m', 'pip', 'install', '-q', ...flags.map(String), ...packages];
  const result = await run(venvPython, args, { cwd: root, env });
  fs.rmSync(scratch('pip'), { recursive: true, force: true });
  return result;
}
