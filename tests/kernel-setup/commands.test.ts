import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { root } from '../../lib/root';
import { built } from '../kernel/built';
import { load } from './load';
import { scratchFolder } from './scratch-folder';

const clone = scratchFolder('bare clone');

beforeAll(() => {
  for (const name of ['package.json', 'package-lock.json', 'kernel-setup'])
    fs.cpSync(path.join(root(), name), path.join(clone, name), { recursive: true });
});

/** Runs a command of a bare clone whose path has spaces and Chinese characters, with no Python on PATH. */
function run(name: string, args: string[] = [], env: Record<string, string> = {}) {
  const options = { cwd: clone, encoding: 'utf8', env: { PATH: clone, HOME: clone, ...env } } as const;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(clone, 'kernel-setup', name), ...args],
    options,
  );
  return { status, text: stdout + stderr };
}

test('npm start without Python says what to install, at once, and fails', () => {
  const { status, text } = run('start.mjs');
  expect(text).toMatch(/JupyterLab needs Python, and none was found.*\n {2}→ install Python 3\.9 or newer/);
  expect(status).toBe(1);
  expect(fs.existsSync(path.join(clone, 'node_modules'))).toBe(false);
});

test('the doctor works in a bare clone, names each lack and fails', () => {
  const { status, text } = run('doctor.mjs');
  expect(text).toMatch(/✗ npm packages +\d+ missing/);
  expect(text).toMatch(/✗ JupyterLab +not installed\n +→ npm start/);
  expect(text).toMatch(/✗ Python +not found\n +→ install Python/);
  expect(status).toBe(1);
});

test('the doctor reads the data, and names a damaged file', async () => {
  built();
  const { findData } = load<{ findData: () => Promise<{ good: boolean; mend?: { by: string } }> }>(
    'doctor/find-data.mjs',
  );
  const mirror = path.join(clone, 'mirror');
  fs.mkdirSync(path.join(mirror, 'mnist'), { recursive: true });
  fs.writeFileSync(path.join(mirror, 'mnist/train-images-idx3-ubyte.gz'), 'cut');
  const before = process.env.LINEAGE_DATA;
  process.env.LINEAGE_DATA = mirror;
  try {
    const { good, mend } = await findData();
    expect(good).toBe(false);
    expect(mend?.by).toContain(
      `${path.join(mirror, 'mnist/train-images-idx3-ubyte.gz')} is not the published`,
    );
  } finally {
    if (before === undefined) delete process.env.LINEAGE_DATA;
    else process.env.LINEAGE_DATA = before;
  }
});

test('a misspelt tier and a misspelt option are refused before anything is downloaded', () => {
  const tier = run('build.mjs', [], { LINEAGE_BACKEND: 'gpu' });
  expect(tier.text).toContain('LINEAGE_BACKEND: expected native, wasm or cpu, got "gpu"');
  const option = run('test.mjs', ['--only', 'everything']);
  expect(option.text).toContain(
    'npm test: expected --only types|lint|jest|conformance|notebooks, got --only everything',
  );
  expect([tier.status, option.status]).toEqual([1, 1]);
});

test('Python is asked for in the words of each platform', () => {
  const { howToGetPython } = load<{ howToGetPython: (platform: string) => string }>('python.mjs');
  expect(howToGetPython('linux')).toContain('sudo apt install python3 python3-venv');
  expect(howToGetPython('darwin')).toContain('brew install python');
  expect(howToGetPython('win32')).toContain('winget install');
});

test('the doctor knows which Node the course was tried with', () => {
  const { findNode } = load<{
    findNode: (version: string) => { good: boolean; mend?: { optional: boolean } };
  }>('doctor/diagnose.mjs');
  expect(findNode('20.20.2').good).toBe(true);
  expect(findNode('26.0.0').good).toBe(true);
  expect(findNode('18.19.0')).toMatchObject({ good: false, mend: { optional: false } });
  expect(findNode('28.0.0')).toMatchObject({ good: false, mend: { optional: true } });
});

test('the kernelspec starts this Node on the compiled kernel and asks for interrupts by message', () => {
  const { kernelspec } = load<{ kernelspec: (node: string, entry: string) => object }>('kernelspec.mjs');
  expect(kernelspec('/node', '/a b/main.js')).toMatchObject({
    argv: ['/node', '/a b/main.js', '{connection_file}'],
    display_name: 'TypeScript (Lineage)',
    language: 'typescript',
    interrupt_mode: 'message',
  });
});

test('an exported page links to pages, not to notebooks; addresses elsewhere stay', () => {
  const { linkPages } = load<{ linkPages: (html: string) => string }>('export-course.mjs');
  expect(linkPages('<a href="06-digits.ipynb#three">')).toBe('<a href="06-digits.html#three">');
  expect(linkPages('<a href="https://example.org/x.ipynb">')).toBe('<a href="https://example.org/x.ipynb">');
});
