import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { at, venvPython } from './paths.mjs';
import { pipInstall } from './pip-install.mjs';
import { Problem } from './problem.mjs';
import { reason, slow } from './reason.mjs';
import { size, step } from './report.mjs';
import { expectSpace, weigh } from './space.mjs';
import { fits, stamp } from './stamp.mjs';
import { environment } from './venv.mjs';

const list = at('kernel-setup/setup/requirements.txt');
const done = at('.venv/lineage.json');

/** The versions the course was tried with, and the ranges it takes on a Python or an index that lacks those. */
const tried = ['-r', list];
const fitting = [
  'jupyterlab>=4.2,<5',
  'nbconvert>=7.16,<8',
  'nbclient>=0.10',
  'jupyter-client>=8.6',
  'plotly>=6',
];

/** Whether JupyterLab is installed, for this list of packages and this Python. */
export const hasJupyter = () => fs.existsSync(venvPython) && fits(done, conditions());

function conditions() {
  const packages = createHash('sha256').update(fs.readFileSync(list)).digest('hex').slice(0, 16);
  return { packages, python: fs.realpathSync(venvPython) };
}

/** Installs JupyterLab into `.venv`, unless it is there. An installation that was cut short starts anew. */
export async function jupyter() {
  if (hasJupyter()) return;
  expectSpace('JupyterLab', 500e6);
  await step(
    'JupyterLab, about 250 MB',
    async () => {
      await environment();
      return await install();
    },
    () => size(weigh(at('.venv'))),
  );
  stamp(done, conditions());
}

async function install() {
  let result = await pipInstall(tried, { retries: 0, timeout: 15 });
  let outcome = 'installed';
  if (/No matching distribution|Could not find a version/.test(result.output)) {
    result = await pipInstall(fitting, { retries: 0, timeout: 15 });
    outcome =
      'installed (not the versions the course was tried with: this Python or package index lacks them)';
  }
  if (result.code !== 0 && reason(result) === slow)
    result = await pipInstall(tried, { retries: 3, timeout: 60 });
  if (result.code === 0) return outcome;
  fs.rmSync(at('.venv'), { recursive: true, force: true }); // half of it is of no use, and the disk may be full
  throw new Problem(
    `JupyterLab could not be installed: ${reason(result)}`,
    'mend that, then type the same command again',
  );
}
