import fs from 'node:fs';
import path from 'node:path';
import { load } from './load';
import { scratchFolder } from './scratch-folder';

interface Library {
  settle(): void;
  works(): boolean;
  complete(): boolean;
  remember(origin: string): void;
  rememberFailure(reasons: string[], tools: object): void;
  failure(): { reasons: string[] } | undefined;
}

const clone = scratchFolder('library');
const library = load<Library>('native/library.mjs', clone);
const inPackage = (...parts: string[]) => path.join(clone, 'node_modules/@tensorflow/tfjs-node', ...parts);

/** Puts a package in place as `npm ci` does, at a version, with what an installer leaves in it. */
function install(version: string, binding?: string): void {
  fs.rmSync(inPackage(), { recursive: true, force: true });
  fs.mkdirSync(inPackage(), { recursive: true });
  fs.writeFileSync(inPackage('package.json'), JSON.stringify({ version }));
  if (!binding) return;
  for (const folder of ['deps', 'lib']) {
    fs.mkdirSync(inPackage(folder));
    fs.writeFileSync(inPackage(folder, 'file'), binding);
  }
}

const through = () => fs.readFileSync(inPackage('lib/file'), 'utf8');

test('what an installer leaves in the package moves out of it, stays reachable, and survives npm ci', () => {
  install('1.0.0', 'first');
  library.settle();
  expect(fs.lstatSync(inPackage('lib')).isSymbolicLink()).toBe(true);
  expect(through()).toBe('first');
  install('1.0.0');
  expect(fs.existsSync(inPackage('lib'))).toBe(false);
  library.settle();
  expect(through()).toBe('first');
});

test('a newer one takes its place', () => {
  install('1.0.0', 'second');
  library.settle();
  expect(through()).toBe('second');
});

test('goes on where a move was cut short between the two folders', () => {
  install('1.0.0', 'third');
  fs.rmSync(path.join(clone, '.native/tensorflow/deps'), { recursive: true });
  fs.renameSync(inPackage('deps'), path.join(clone, '.native/tensorflow/deps'));
  library.settle();
  expect(through()).toBe('third');
  expect(fs.readFileSync(inPackage('deps/file'), 'utf8')).toBe('third');
});

test('works only for the version it was seen to work with', () => {
  expect(library.works()).toBe(false);
  library.remember('a test');
  expect(library.works()).toBe(true);
  install('2.0.0');
  expect(library.works()).toBe(false);
});

test('a failure is remembered for the version it happened with, and ends with a success', () => {
  install('1.0.0');
  library.rememberFailure(['no network'], {});
  expect(library.works()).toBe(false);
  expect(library.failure()?.reasons).toEqual(['no network']);
  install('2.0.0');
  expect(library.failure()).toBeUndefined();
  install('1.0.0');
  library.remember('a test');
  expect(library.failure()).toBeUndefined();
});
