import { python } from './python.mjs';
import { run } from './run.mjs';

/** Which of the tools that build the native library are on this machine. */
export async function tools() {
  return { python: Boolean(await python()), compiler: (await run('g++', ['--version'])).code === 0 };
}
