import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../lib/root';

interface Entry {
  version?: string;
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const read = (file: string) => JSON.parse(fs.readFileSync(path.join(root(), file), 'utf8'));
const packages: Record<string, Entry> = read('package-lock.json').packages;
const manifest: { dependencies: Record<string, string>; devDependencies: Record<string, string> } =
  read('package.json');

/** The folders where Node would look for a dependency of the package in `where`. */
function places(where: string, name: string): string[] {
  const found = [];
  for (
    let folder = where;
    ;
    folder = folder.slice(0, folder.lastIndexOf('node_modules')).replace(/\/$/, '')
  ) {
    found.push(folder ? `${folder}/node_modules/${name}` : `node_modules/${name}`);
    if (!folder) return found;
  }
}

test('every build for a platform that a package names is in the lock, so that it installs everywhere', () => {
  const named = Object.entries(packages).flatMap(([where, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ where, name })),
  );
  const absent = named.filter(({ where, name }) => !places(where, name).some((place) => place in packages));
  expect(named.length).toBeGreaterThan(0);
  expect(absent).toEqual([]);
});

test('the lock names no registry, so that each reader’s own serves', () => {
  expect(Object.keys(packages).filter((where) => packages[where].resolved)).toEqual([]);
});

test('package.json asks for exact versions, the ones in the lock', () => {
  const asked = { ...manifest.dependencies, ...manifest.devDependencies };
  for (const [name, version] of Object.entries(asked)) {
    expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+$/);
    expect(`${name} ${packages[`node_modules/${name}`]?.version}`).toBe(`${name} ${version}`);
  }
});
