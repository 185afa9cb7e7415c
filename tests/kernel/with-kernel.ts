import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { built } from './built';
import { Client } from './client';

/**
 * Starts one kernel for all tests of a file, in a notebook's folder of its own far from the clone, and stops it after
 * the last.
 *
 * @param name how the folder's name begins
 * @param use is given the kernel before the first test
 * @returns the folder
 */
export function withKernel(name: string, use: (kernel: Client) => void): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), name));
  let kernel: Client;
  // The first cell waits for the compiler, which takes a while on a busy machine.
  jest.setTimeout(160_000);
  beforeAll(async () => {
    built();
    kernel = await Client.start(folder);
    await kernel.execute('const first = 1;');
    use(kernel);
  });
  afterAll(async () => {
    await kernel.stop();
    rmSync(folder, { recursive: true });
  });
  return folder;
}
