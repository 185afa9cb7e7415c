import fs from 'node:fs';
import { venvPython } from './paths.mjs';
import { Problem } from './problem.mjs';
import { howToGetPython, python, pythonEnvironment } from './python.mjs';
import { run } from './run.mjs';
import { environment } from './venv.mjs';

/** A pip to download with: the course's own, the reader's, or one made for it. */
export async function pip() {
  const flags = ['-m', 'pip', '--disable-pip-version-check', '--no-input'];
  const theirs = await python();
  if (!theirs) throw new Problem('Python was not found', howToGetPython());
  const candidates = fs.existsSync(venvPython) ? [[venvPython], theirs.command] : [theirs.command];
  for (const [program, ...args] of candidates) {
    const { code } = await run(program, [...args, '-m', 'pip', '--version'], {
      env: pythonEnvironment(),
      seconds: 60,
    });
    if (code === 0) return [program, ...args, ...flags];
  }
  await environment();
  return [venvPython, ...flags];
}
