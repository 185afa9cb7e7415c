import { command } from './setup/command.mjs';
import { at } from './setup/paths.mjs';
import { prepare } from './setup/prepare.mjs';
import { attach } from './setup/run.mjs';

/** `npm run format`: formats all sources, sorts imports and mends what the linter can mend safely. */
await command(async (args) => {
  await prepare({ tensors: false });
  return await attach(process.execPath, [
    at('node_modules/@biomejs/biome/bin/biome'),
    'check',
    '--write',
    ...args,
  ]);
});
