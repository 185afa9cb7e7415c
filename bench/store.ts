import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { TopLevelSpec } from 'vega-lite';
import { chartPicture } from '../lib/display/chart-picture';
import { root } from '../lib/root';
import { writeAside } from '../lib/write-aside';
import { replaceBetween } from './replace-between';
import type { TranslatorResults } from './translators/result';
import { markers, translatorsTable } from './translators/translators-table';

/** A run's numbers as JSON, and as a picture beside it: each file whole or not at all. */
export async function store(name: 'results' | 'growth', numbers: object, spec: TopLevelSpec): Promise<void> {
  const { bundle } = await chartPicture('bench', spec, name);
  const file = (ending: string) => path.join(root(), 'bench', `${name}.${ending}`);
  writeAside(file('json'), [Buffer.from(`${JSON.stringify(numbers, null, 2)}\n`)]);
  writeAside(file('png'), [Buffer.from(bundle['image/png'] as string, 'base64')]);
}

/** Renews the table in README.md. */
export function storeReport(report: string): void {
  const file = path.join(root(), 'README.md');
  writeAside(file, [Buffer.from(replaceBetween(readFileSync(file, 'utf8'), report))]);
}

/** The three translators' run as JSON, and its table in bench/README.md. */
export function storeTranslators(results: TranslatorResults): void {
  const page = path.join(root(), 'bench', 'README.md');
  const renewed = replaceBetween(readFileSync(page, 'utf8'), translatorsTable(results), markers);
  const file = path.join(root(), 'bench', 'translators.json');
  writeAside(file, [Buffer.from(`${JSON.stringify(results, null, 2)}\n`)]);
  writeAside(page, [Buffer.from(renewed)]);
}
