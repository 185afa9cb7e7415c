import { hasJupyter } from '../jupyter.mjs';
import { howToGetPython, python } from '../python.mjs';
import { run } from '../run.mjs';

/** @returns {Promise<import('./diagnose.mjs').Finding>} */
export async function findPython() {
  const found = await python();
  if (found) return { what: 'Python', is: `${found.version} (${found.command.join(' ')})`, good: true };
  // Once JupyterLab is installed it brings what it needs.
  return {
    what: 'Python',
    is: 'not found',
    good: false,
    mend: { by: howToGetPython(), optional: hasJupyter() },
  };
}

/** @returns {Promise<import('./diagnose.mjs').Finding>} only Linux builds anything, and only where there is no official build */
export async function findCompiler() {
  const what = 'Compiler';
  const { code, output } = await run('g++', ['--version']);
  if (code === 0) return { what, is: output.split('\n')[0], good: true };
  if (process.platform !== 'linux') return { what, is: 'none, and none is needed', good: true };
  const mend = {
    by: 'sudo apt install g++ (Debian, Ubuntu), if there is no native TensorFlow',
    optional: true,
  };
  return { what, is: 'g++ not found', good: false, mend };
}
