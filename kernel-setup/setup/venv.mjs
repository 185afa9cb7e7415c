import fs from 'node:fs';
import { at } from './paths.mjs';
import { Problem } from './problem.mjs';
import { howToGetPython, python, pythonEnvironment } from './python.mjs';
import { reason } from './reason.mjs';
import { run } from './run.mjs';

/** Makes the course's own Python environment anew, in `.venv`. */
export async function environment() {
  const theirs = await python();
  if (!theirs) throw new Problem('Python was not found', howToGetPython());
  fs.rmSync(at('.venv'), { recursive: true, force: true });
  const [program, ...args] = theirs.command;
  const result = await run(program, [...args, '-m', 'venv', at('.venv')], { env: pythonEnvironment() });
  if (result.code === 0) return;
  const why = reason(result);
  fs.rmSync(at('.venv'), { recursive: true, force: true });
  throw new Problem(`Python’s own environment (.venv) could not be made: ${why}`, howToMend(why));
}

function howToMend(why) {
  return /venv module/.test(why)
    ? 'install it: sudo apt install python3-venv (Debian, Ubuntu), then type the same command again'
    : 'mend that, then type the same command again';
}
