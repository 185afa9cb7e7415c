import { command } from './setup/command.mjs';
import { prepare } from './setup/prepare.mjs';

/** `npm run build`: compiles lib, the kernel and the notebook runner into dist. */
await command(async () => {
  await prepare({ tensors: false });
  console.log('dist is up to date');
});
