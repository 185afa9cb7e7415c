import fs from 'node:fs';
import { at, venvPython } from './paths.mjs';
import { pipInstall } from './pip-install.mjs';
import { python } from './python.mjs';
import { reason } from './reason.mjs';
import { run } from './run.mjs';
import { environment } from './venv.mjs';

/** Jupyter's own client alone, 5 MB, in `.venv`: enough to test the kernel. @returns {Promise<string>} why it isn't there, or '' */
export async function jupyterClient() {
  if (await answers()) return '';
  if (!(await python())) return 'Python was not found';
  // Never another's: `npm start` may be at work on it.
  if (fs.existsSync(at('.venv'))) return '.venv lacks jupyter-client, which `npm start` installs';
  try {
    await environment();
  } catch (problem) {
    return problem.message;
  }
  const [version] = fs
    .readFileSync(at('kernel-setup/setup/requirements.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('jupyter-client=='));
  const result = await pipInstall([version], { retries: 0, timeout: 15 });
  return (await answers()) ? '' : `jupyter-client could not be installed: ${reason(result)}`;
}

async function answers() {
  if (!fs.existsSync(venvPython)) return false;
  const { code } = await run(venvPython, ['-c', 'import jupyter_client']);
  return code === 0;
}
