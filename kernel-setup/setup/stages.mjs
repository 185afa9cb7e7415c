import fs from 'node:fs';
import { jupyterClient } from './jupyter-client.mjs';
import { writeKernelspec } from './kernelspec.mjs';
import { at, native, venvPython } from './paths.mjs';
import { pythonEnvironment } from './python.mjs';
import { attach } from './run.mjs';
import { tally } from './tally.mjs';

const node = process.execPath;
const quiet = { ...process.env, TF_CPP_MIN_LOG_LEVEL: '3' };

/**
 * What `npm test` checks, in order.
 *
 * @param {'native' | 'wasm' | 'cpu'} tier  @param {string[]} rest further arguments for the tool of a single stage
 * @returns {{ name: string, label: string, run: () => Promise<{ passed: number, failed: number }> }[]}
 */
export function stages(tier, rest) {
  return [
    { name: 'types', label: 'types (tsc)', run: () => one(['typescript/bin/tsc', '-p', at()], rest) },
    {
      name: 'lint',
      label: 'format and lint (biome)',
      run: () => one(['@biomejs/biome/bin/biome', 'ci', '--error-on-warnings'], rest),
    },
    { name: 'jest', label: 'tests (jest)', run: () => jest(rest) },
    { name: 'conformance', label: 'kernel conformance (jupyter_client)', run: () => conformance(rest) },
    ...notebookRuns(tier).map((args) => ({
      name: 'notebooks',
      label: `notebooks (${args.join(' ')})`,
      run: () => notebooks([...args, ...rest]),
    })),
  ];
}

/** On a fast machine the notebooks run at quick, and shortly on WebAssembly too; elsewhere on what there is. */
function notebookRuns(tier) {
  if (tier === 'native')
    return [['check'], ['check', '--backend', 'wasm', '--size', 'smoke', '--times', '2']];
  return [
    tier === 'wasm' ? ['check', '--backend', 'wasm'] : ['check', '--backend', 'cpu', '--size', 'smoke'],
  ];
}

/** A tool that only says yes or no counts as one test. */
async function one([script, ...args], rest) {
  const code = await attach(node, [at('node_modules', script), ...args, ...rest]);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

async function jest(rest) {
  const file = native(`jest-${process.pid}.json`);
  const flags = ['--json', '--outputFile', file, '--cacheDirectory', at('node_modules/.cache/jest')];
  // Test files run side by side, so each gets one thread.
  const env = { ...quiet, TF_NUM_INTRAOP_THREADS: '1' };
  const code = await attach(node, [at('node_modules/jest/bin/jest.js'), ...flags, ...rest], { env });
  const result = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  fs.rmSync(file, { force: true });
  const { numPassedTests = 0, numFailedTests = 0, numRuntimeErrorTestSuites = 0 } = result;
  return tally(code, numPassedTests, numFailedTests + numRuntimeErrorTestSuites);
}

/** Asks the kernel, through Jupyter's own client, what front ends expect of it; needs the course's Python. */
async function conformance(rest) {
  const missing = await jupyterClient();
  if (missing) {
    console.log(`Not run: ${missing}.`);
    return { passed: 0, failed: 0 };
  }
  writeKernelspec();
  const env = { ...pythonEnvironment(), JUPYTER_PATH: at('.venv/share/jupyter') };
  return counted(venvPython, ['-B', at('tests/kernel/conformance'), ...rest], env);
}

/** Runs the notebook runner; what it said of its notebooks on its last line, and its exit code. */
export const notebooks = (args) =>
  counted(node, ['--enable-source-maps', at('dist/notebooks/main.js'), ...args], quiet);

/** A tool that ends with `N passed, N failed`. */
async function counted(command, args, env) {
  let last = '';
  const listen = (text) => {
    last = (last + text).slice(-2000);
  };
  const code = await attach(command, args, { env, listen });
  const [, passed = 0, failed = 0] = [...last.matchAll(/^(\d+) passed, (\d+) failed$/gm)].pop() ?? [];
  return { ...tally(code, Number(passed), Number(failed)), code };
}
