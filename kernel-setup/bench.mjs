import { command } from './setup/command.mjs';
import { at } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { attach } from './setup/run.mjs';

/** `npm run bench`: measures training and generation beside PyTorch; the arguments go to the bench. */
await command(async (args) => {
  await prepare();
  return await attach(process.execPath, ['--enable-source-maps', at('dist/bench/main.js'), ...args], {
    last: true,
  });
});
