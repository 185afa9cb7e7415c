import { command } from './setup/command.mjs';
import { prepare } from './setup/prepare.mjs';
import { notebooks } from './setup/stages.mjs';

/** `npm run notebooks -- check | write | run …`: executes notebooks; the arguments go to the runner. */
await command(async (args) => {
  await prepare();
  return (await notebooks(args)).code;
});
