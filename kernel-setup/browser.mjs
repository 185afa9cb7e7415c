import { command } from './setup/command.mjs';
import { jupyter } from './setup/jupyter.mjs';
import { at } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { attach } from './setup/run.mjs';

/** `npm run browser`: drives a lesson in a real JupyterLab in Chromium; the arguments go to jest. */
await command(async (args) => {
  await prepare({ more: jupyter });
  const config = at('tests/browser/jest.config.cjs');
  return await attach(process.execPath, [at('node_modules/jest/bin/jest.js'), '--config', config, ...args]);
});
