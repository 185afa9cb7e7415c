import { closeSync, mkdirSync, openSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * Refuses a file that could not be written, before hours of work depend on it. Folders on the way are made.
 *
 * @throws Error naming the file and what stands in the way, such as a permission
 */
export function expectWritable(who: string, what: string, file: string): void {
  const aside = `${file}.tmp`; // where writeAside writes
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw new Error('it is a folder');
    closeSync(openSync(aside, 'w'));
    rmSync(aside);
  } catch (cause) {
    throw new Error(
      `${who}: expected a ${what} that can be written, got ${file}: ${(cause as Error).message}. ` +
        'Choose another path, or change the permissions.',
      { cause },
    );
  }
}
