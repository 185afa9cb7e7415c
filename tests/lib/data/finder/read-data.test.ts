import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { DamagedFile, DataUnavailable, readData } from 'lineage/data/finder';
import { root } from '../../../../lib/root';
import { contents, Scratch, setOf } from '../small-set';

const labels = 'train-labels-idx1-ubyte.gz';
const images = 'train-images-idx3-ubyte.gz';
const set = setOf(contents, 'http://127.0.0.1:9');
let scratch: Scratch;

beforeEach(async () => {
  scratch = await Scratch.make();
});
afterEach(() => scratch.remove());

test('readData reads the mirror and says so without a path of this machine', async () => {
  await scratch.put('mirror', contents);
  const { files, provenance } = await readData(set, scratch.places({ mirror: scratch.path('mirror') }));
  expect(Object.fromEntries(files)).toEqual(contents);
  expect(provenance).toEqual({
    name: 'small',
    kind: 'real',
    from: 'LINEAGE_DATA, small',
    licence: 'MIT',
    source: 'this test',
  });
});

test('readData unpacks what the mirror holds packed, and checks the content', async () => {
  const text = { 'text.txt': Buffer.from('To be, or not to be') };
  const plain = setOf(text, 'http://127.0.0.1:9');
  const places = scratch.places({ mirror: scratch.path('mirror') });
  await scratch.put('mirror', { 'text.txt.gz': gzipSync(text['text.txt']) });
  expect((await readData(plain, places)).files.get('text.txt')).toEqual(text['text.txt']);
  await scratch.put('mirror', { 'text.txt.gz': gzipSync(Buffer.from('To be, or not')) });
  await expect(readData(plain, places)).rejects.toThrow(
    /text\.txt is not the published text\.txt: expected 19 bytes/,
  );
  await scratch.put('mirror', { 'text.txt.gz': Buffer.from('no gzip') });
  await expect(readData(plain, places)).rejects.toThrow(/text\.txt\.gz: expected a file packed by gzip/);
});

test('readData prefers the mirror to the cache', async () => {
  await scratch.put('mirror', contents);
  await scratch.put('cache', { ...contents, [labels]: Buffer.from('damaged, but never asked') });
  const { files } = await readData(set, scratch.places({ mirror: scratch.path('mirror') }));
  expect(files.get(labels)).toEqual(contents[labels]);
});

test('readData goes on to the cache where the mirror lacks a file, and notes it', async () => {
  const { [labels]: one, ...others } = contents;
  await scratch.put('mirror', others);
  await scratch.put('cache', { [labels]: one });
  const { files, provenance } = await readData(set, scratch.places({ mirror: scratch.path('mirror') }));
  expect(files.size).toBe(4);
  expect(provenance.from).toMatch(/^LINEAGE_DATA, small; .*cache\/small$/);
  expect(provenance.note).toBe('LINEAGE_DATA is set, but does not hold all of small');
});

test('readData reads the cache alone without a note', async () => {
  await scratch.put('cache', contents);
  const { provenance } = await readData(set, scratch.places());
  expect(provenance).not.toHaveProperty('note');
});

test('readData reads a file that an npm package ships', async () => {
  const shipped = await readFile(path.join(root(), 'node_modules', 'pure-rand', 'package.json'));
  const [file] = setOf({ 'package.json': shipped }, 'http://127.0.0.1:9').files;
  const fromPackage = { ...set, files: [{ ...file, module: 'pure-rand/package.json' }] };
  const { files, provenance } = await readData(fromPackage, scratch.places());
  expect(files.get('package.json')).toEqual(shipped);
  expect(provenance).toMatchObject({ kind: 'npm', from: 'npm, pure-rand/package.json' });
});

test('readData names every place that it tried and the command that helps', async () => {
  const [first, ...others] = set.files;
  const files = [{ ...first, module: 'no-such-package/file.gz' }, ...others];
  await scratch.put('cache', { [labels]: contents[labels] });
  const missing = readData({ ...set, files }, scratch.places({ mirror: scratch.path('mirror') }));
  const error = await missing.catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DataUnavailable);
  expect(error.message).toContain(`small: not found. Missing: ${images}, t10k-images-idx3-ubyte.gz`);
  expect(error.message).not.toContain(`Missing: ${labels}`);
  expect(error.message).toContain(`1. mirror: not in ${scratch.path('mirror', 'small')}`);
  expect(error.message).toContain(`2. cache: not in ${scratch.path('cache', 'small')}`);
  expect(error.message).toContain('3. npm packages: no-such-package/file.gz not installed');
  expect(error.message).toContain('4. download: not allowed here');
  expect(error.message).toMatch(
    /curl --fail --create-dirs -o ".*small\/train-images.*gz" http:\/\/127\.0\.0\.1:9\/train-images/,
  );
  expect(error.message).toContain(`set LINEAGE_DATA to a folder that holds small/${images}`);
});

test.each([
  { place: 'mirror', remedy: 'Put the right file there, or unset LINEAGE_DATA.' },
  { place: 'cache', remedy: 'Delete it and run again: it is then downloaded anew.' },
] as const)('readData refuses a cut file in the $place by name and leaves it', async ({ place, remedy }) => {
  const cut = contents[labels].subarray(0, 20);
  await scratch.put(place, { ...contents, [labels]: cut });
  const mirror = place === 'mirror' ? scratch.path('mirror') : undefined;
  const file = scratch.path(place, 'small', labels);
  const { sha256, bytes } = set.files[1];
  const error = await readData(set, scratch.places({ mirror, download: true })).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DamagedFile);
  expect(error.message).toContain(`small: ${file} is not the published ${labels}`);
  expect(error.message).toContain(
    `expected ${bytes} bytes with SHA-256 ${sha256}, got 20 bytes with SHA-256 `,
  );
  expect(error.message).toContain(remedy);
  expect(await readFile(file)).toEqual(cut);
});

test('readData refuses labels under the name of images and says what they are', async () => {
  await scratch.put('cache', { ...contents, [images]: contents[labels] });
  await expect(readData(set, scratch.places())).rejects.toThrow(
    new RegExp(`is not the published ${images}.*\\(that is ${labels}\\)`),
  );
});

test('readData says what is wrong with a place that is no file', async () => {
  await scratch.put('cache', contents);
  await expect(
    readData({ ...set, name: '.' }, scratch.places({ mirror: scratch.path('cache', 'small', labels) })),
  ).rejects.toThrow(/expected a readable file, got ENOTDIR/);
});

test('readData refuses any single flipped bit and any cut', async () => {
  const original = contents[labels];
  const damage = fc.oneof(
    fc
      .tuple(fc.nat(original.length - 1), fc.integer({ min: 0, max: 7 }))
      .map(([at, bit]) => original.map((byte, index) => (index === at ? byte ^ (1 << bit) : byte))),
    fc.nat(original.length - 1).map((length) => original.subarray(0, length)),
    fc.uint8Array({ minLength: 1, maxLength: 5 }).map((tail) => Buffer.concat([original, tail])),
  );
  await fc.assert(
    fc.asyncProperty(damage, async (bytes) => {
      await scratch.put('cache', { ...contents, [labels]: bytes });
      await expect(readData(set, scratch.places())).rejects.toThrow(DamagedFile);
    }),
  );
});
