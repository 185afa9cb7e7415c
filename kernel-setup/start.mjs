import { command } from './setup/command.mjs';
import { hasJupyter, jupyter } from './setup/jupyter.mjs';
import { writeKernelspec } from './setup/kernelspec.mjs';
import { openLab, writeLabSettings } from './setup/lab.mjs';
import { prepare } from './setup/prepare.mjs';
import { Problem } from './setup/problem.mjs';
import { howToGetPython, python } from './setup/python.mjs';
import { seconds } from './setup/report.mjs';

/** `npm start`: sets up what is missing and opens JupyterLab; its arguments go to JupyterLab. */
await command(async (args) => {
  const from = performance.now();
  // Asked first: without Python there will be no JupyterLab, and the reader needn't wait to learn it.
  if (!hasJupyter() && !(await python()))
    throw new Problem(
      'JupyterLab needs Python, and none was found (`npm test` works without)',
      `${howToGetPython()}; then: npm start`,
    );
  const { tier, why } = await prepare({ more: jupyter });
  writeKernelspec();
  writeLabSettings();
  console.log(`• Backend: ${tier} (${why}). Ready after ${seconds(from)}.`);
  return await openLab(args, (url) =>
    console.log(`\nJupyterLab, after ${seconds(from)}: ${url}\nCtrl-C ends it.\n`),
  );
});
