import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { CompileCache } from '../../kernel-setup/kernel/language/compile-cache';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'compile-cache-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Compiles into something that tells which turn it was. */
function compiler() {
  return jest.fn(() => ({ js: 'compiled', maps: [] }));
}

test('what was compiled once is read the next time, as long as file, text and compiler stay', () => {
  const compile = compiler();
  const place = path.join(folder, 'kept');
  for (const version of ['1', '1', '2']) new CompileCache(place, version).get('a.ts', 'text', compile);
  new CompileCache(place, '1').get('a.ts', 'other text', compile);
  expect(compile).toHaveBeenCalledTimes(3);
});

test('where nothing can be written it compiles every time', () => {
  // A file in place of the folder: every write fails, whoever runs this.
  const place = path.join(folder, 'taken');
  writeFileSync(place, '');
  const compile = compiler();
  const cache = new CompileCache(place, '1');
  expect(cache.get('a.ts', 'text', compile).js).toBe('compiled');
  expect(cache.get('a.ts', 'text', compile).js).toBe('compiled');
  expect(compile).toHaveBeenCalledTimes(2);
});

test('a cut file of the cache is compiled and written anew', () => {
  const compile = compiler();
  const cache = new CompileCache(folder, '1');
  cache.get('a.ts', 'text', compile);
  const [name] = readdirSync(folder);
  writeFileSync(path.join(folder, name), '{"js":"comp');
  expect(cache.get('a.ts', 'text', compile).js).toBe('compiled');
  expect(cache.get('a.ts', 'text', compile).js).toBe('compiled');
  expect(compile).toHaveBeenCalledTimes(2);
  expect(existsSync(path.join(folder, name))).toBe(true);
});
