import { lastResult } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('exports ', (started) => {
  kernel = started;
});

const last = (...cells: string[]) => lastResult(kernel, ...cells);

describe('export', () => {
  test.each([
    ['function', 'export async function twice(x: number) { return 2 * x }', 'await twice(4)', '8'],
    ['const', 'export const rate = 3;', 'rate', '3'],
    ['let', 'export let count = 1;', '++count', '2'],
    [
      'class',
      'export abstract class Layer {} export class Net extends Layer { size = 2 }',
      'new Net().size',
      '2',
    ],
    [
      'enum and types',
      'export enum Hue { Red } export type Size = number; export interface Box { size: Size }',
      'const box: Box = { size: Hue.Red }; box.size',
      '0',
    ],
    ['default', 'export default class Main { size = 5 }', 'new Main().size', '5'],
    ['list', 'const listed = 6; export { listed };', 'listed', '6'],
    [
      'from',
      "export { sep as cut } from 'node:path'; export * as paths from 'node:path';",
      '[cut, paths.sep]',
      "[ '/', '/' ]",
    ],
  ])('%s: as without', async (_what, cell, use, expected) => {
    // Twice, as readers run cells again.
    expect(await last(cell, cell, use)).toBe(expected);
  });

  test('leaves places in the cell as they are', async () => {
    expect(await last('export const a = 1;\nexport const b: string = a;')).toMatch(
      /TS2322.*at cell \[\d+\]:2:14/s,
    );
    expect(await last("export const c = 1; throw new Error('here');")).toMatch(/cell \[\d+\]:1:27/);
  });
});

describe('a name defined anew', () => {
  test('as the same kind', async () => {
    const cell = (n: number) =>
      `const v = ${n}; class C { m() { return ${n} } } enum E { A = ${n} } interface I { a${n}: 1 } namespace N { export const x = ${n} } type T = ${n};`;
    const use = (n: number) => `const i: I = { a${n}: 1 }; const t: T = ${n}; [v, new C().m(), E.A, N.x, t]`;
    expect(await last(cell(1), use(1))).toBe('[ 1, 1, 1, 1, 1 ]');
    expect(await last(cell(2), use(2))).toBe('[ 2, 2, 2, 2, 2 ]');
  });

  test('as another kind', async () => {
    expect(await last("import { sep as one } from 'node:path';", 'const one = 1;', 'one')).toBe('1');
    expect(await last('enum one { X = 7 }', 'one.X')).toBe('7');
    expect(await last('function one() { return 8 }', 'one()')).toBe('8');
  });

  test('keeps its value where a failed cell did not reach it', async () => {
    await last('const kept = 1;', "if (kept) throw new Error('early'); const later = 2;");
    expect(await last("throw new Error('again'); const kept = 9;", 'kept')).toBe('1');
  });
});

describe('imports', () => {
  test.each([
    [
      'default',
      "import fs from 'node:fs'; import util, { inspect } from 'node:util';",
      'typeof fs.readFileSync + typeof inspect',
      "'functionfunction'",
    ],
    ['all', "import * as all from 'lineage';", 'typeof all.Linear', "'function'"],
    ['renamed', "import { Linear as Affine } from 'lineage';", 'Affine.name', "'Linear'"],
    [
      'dynamic',
      "const { Mlp } = await import('lineage');",
      "Mlp === (await import('lineage/models')).Mlp",
      'true',
    ],
    [
      'type',
      "import type { Rng } from 'lineage'; import { type Layer, param } from 'lineage/nn';",
      'let rng: Rng; let layer: Layer; typeof param',
      "'function'",
    ],
    ['require', "const os = require('node:os');", 'os.EOL.length', '1'],
  ])('%s', async (_what, cell, use, expected) => {
    expect(await last(cell, use)).toBe(expected);
  });

  test('what modules of cells can not do says what can', async () => {
    expect(await last("import os2 = require('node:os');")).toMatch(
      /TS1202: .*Consider using 'import \* as ns/,
    );
    expect(await last("import none from 'lineage';")).toMatch(/TS1192: .*no default export/);
    expect(await last("await import('./nowhere')")).toMatch(/TS2307: Cannot find module '.\/nowhere'/);
  });
});
