import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** An empty folder for one test file, removed at its end. */
export function scratchFolder(name: string): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), `lineage ${name} 你好 `));
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));
  return folder;
}
