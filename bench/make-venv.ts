import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

import { findTorch } from './find-torch';
import { venv } from './venv';
import { venvPython } from './venv-python';

const programs = process.platform === 'win32' ? ['py', 'python'] : ['python3', 'python'];

/**
 * Makes `.native/torch` with PyTorch, and with gensim where it can be had.
 *
 * @param say told what goes on
 * @throws Error in plain words where there is no Python, no network or no torch for it; nothing is left behind then
 */
export function makeVenv(say: (what: string) => void): void {
  const folder = venv();
  const program = programs.find((name) => spawnSync(name, ['--version']).status === 0);
  if (!program)
    throw new Error('expected Python 3.10 or newer on PATH, found none. Install it from python.org.');
  rmSync(folder, { recursive: true, force: true });
  say('making .native/torch');
  try {
    expectDone('the environment', spawnSync(program, ['-m', 'venv', folder], { encoding: 'utf8' }));
    say('installing torch and numpy; a few minutes');
    expectDone('torch', install(['torch', 'numpy']));
    const lack = findTorch(venvPython());
    if (!lack.python) throw new Error(lack.why);
  } catch (cause) {
    rmSync(folder, { recursive: true, force: true });
    throw cause;
  }
  say('installing gensim, for one more column of word2vec');
  if (install(['gensim']).status !== 0) say('gensim can’t be had here; the bench does without');
}

/** A package that an index lacks is asked for without waiting; only then a slow network gets more patience. */
function install(packages: readonly string[]): SpawnSyncReturns<string> {
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-input'];
  const impatient = ['--retries', '0', '--timeout', '5'];
  const run = (flags: readonly string[]) =>
    spawnSync(venvPython(), [...pip, ...flags, ...packages], { encoding: 'utf8' });
  const first = run(impatient);
  return first.status === 0 ? first : run([]);
}

function expectDone(what: string, { status, signal, stdout, stderr }: SpawnSyncReturns<string>): void {
  if (status === 0) return;
  const lines = `${stdout}${stderr}`.trim().split('\n');
  const reason = lines.filter((line) => /error|no module/i.test(line)).pop() ?? lines.pop();
  throw new Error(
    `${what} could not be installed into .native/torch: ${signal ?? reason}. ` +
      'Is there a network, and an index that has it? Without it only our own sides are measured.',
  );
}
