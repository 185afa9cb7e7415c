import fs from 'node:fs';
import path from 'node:path';
import { load } from './load';
import { scratchFolder } from './scratch-folder';

interface Stamps {
  stamp(file: string, conditions: object): void;
  fits(file: string, conditions: object): boolean;
  writeWhole(file: string, text: string): void;
}
interface Lock {
  alive(lock: { pid?: number; child?: number; since?: number }, boot?: number): number | undefined;
}
interface Packages {
  missing(lock: object, installed: object | undefined, machine: object): string[];
}

const { stamp, fits, writeWhole } = load<Stamps>('stamp.mjs');
const { alive } = load<Lock>('lock.mjs');
const { missing } = load<Packages>('packages.mjs');
const folder = scratchFolder('stamp');

test('a stamp fits its own conditions alone; a cut one fits none', () => {
  const file = path.join(folder, 'new', 'stamp');
  expect(fits(file, {})).toBe(false);
  stamp(file, { node: 'v20', arch: 'x64', note: 1 });
  expect(fits(file, { node: 'v20', arch: 'x64' })).toBe(true);
  expect(fits(file, { node: 'v22', arch: 'x64' })).toBe(false);
  fs.truncateSync(file, 9);
  expect(fits(file, { node: 'v20' })).toBe(false);
});

test('a file is replaced whole, and nothing is left beside it', () => {
  const file = path.join(folder, 'whole', 'file');
  writeWhole(file, 'one');
  writeWhole(file, 'two');
  expect(fs.readFileSync(file, 'utf8')).toBe('two');
  expect(fs.readdirSync(path.dirname(file))).toEqual(['file']);
});

test('a lock belongs to a set-up that runs, or to the program it left running, but to no one from before a restart', () => {
  const now = Date.now();
  const gone = 2 ** 22 + 1; // above Linux's largest process number
  expect(alive({ pid: process.pid, since: now }, now - 1000)).toBe(process.pid);
  expect(alive({ pid: gone, child: process.pid, since: now }, now - 1000)).toBe(process.pid);
  expect(alive({ pid: gone, since: now }, now - 1000)).toBeUndefined();
  expect(alive({ pid: process.pid, since: now - 2000 }, now - 1000)).toBeUndefined();
  expect(alive({}, now)).toBeUndefined();
});

test('a package counts as missing when it is absent or of another version, unless it is for another system', () => {
  const lock = {
    packages: {
      '': {},
      a: { version: '1' },
      linux: { version: '1', optional: true, os: ['linux'], cpu: ['x64'] },
      mac: { version: '1', optional: true, os: ['darwin'], cpu: ['arm64'] },
    },
  };
  const machine = { platform: 'linux', arch: 'x64' };
  expect(missing(lock, undefined, machine)).toEqual(['a', 'linux']);
  expect(missing(lock, { packages: { a: { version: '2' }, linux: { version: '1' } } }, machine)).toEqual([
    'a',
  ]);
  expect(missing(lock, { packages: { a: { version: '1' }, linux: { version: '1' } } }, machine)).toEqual([]);
});
