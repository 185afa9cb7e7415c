import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The folder of the clone: the nearest one above this file whose package.json is named lineage. */
export function root(): string {
  for (let folder = __dirname; ; folder = path.dirname(folder)) {
    const manifest = path.join(folder, 'package.json');
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).name === 'lineage') return folder;
    if (folder === path.dirname(folder))
      throw new Error(`root: expected a package.json named lineage above ${__dirname}`);
  }
}
