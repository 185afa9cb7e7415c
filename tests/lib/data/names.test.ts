import { mkdir, writeFile } from 'node:fs/promises';
import { addK, DamagedFile, NgramCounts, NgramModel, names } from 'lineage';
import { Scratch } from './small-set';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await Scratch.make();
});
afterEach(() => scratch.remove());

test('names() takes those of two packages where names.txt is nowhere, and says so and why', async () => {
  const { all, train, validation, test: held, provenance } = await names(scratch.places());
  expect(all).toHaveLength(8403);
  expect(all.every((name) => /^[a-z]+$/.test(name))).toBe(true);
  expect(new Set(all).size).toBe(all.length);
  expect([train.length, validation.length, held.length]).toEqual([6722, 840, 841]);
  expect([...train, ...validation, ...held].sort()).toEqual(all);
  expect(provenance.kind).toBe('npm');
  expect(provenance.note).toBe(
    "names.txt could not be had (not allowed here): these are other names, their figures are not makemore's",
  );
});

test('the parts are the same in every run', async () => {
  const [a, b] = [await names(scratch.places()), await names(scratch.places())];
  expect(a.train).toEqual(b.train);
});

test('names() does not replace a damaged file', async () => {
  await mkdir(scratch.path('cache', 'names'), { recursive: true });
  await writeFile(scratch.path('cache', 'names', 'names.txt'), 'emma\noliv');
  await expect(names(scratch.places())).rejects.toThrow(DamagedFile);
});

const withMirror = process.env.LINEAGE_DATA ? test : test.skip;

withMirror('the published names give the published figures, by counting', async () => {
  const { all, train, validation, test: held, provenance } = await names();
  expect(provenance.kind).toBe('real');
  expect(all.slice(0, 3)).toEqual(['emma', 'olivia', 'ava']);
  expect([all, train, validation, held].map(({ length }) => length)).toEqual([32_033, 25_626, 3203, 3204]);
  const letters = all.map((name) => [...name]);
  const loss = (order: number, k: number) =>
    new NgramModel(new NgramCounts(letters, { order }), addK(k)).loss(letters);
  expect(loss(2, 0).toFixed(4)).toBe('2.4540');
  expect(loss(2, 1).toFixed(4)).toBe('2.4546');
  expect(loss(3, 0).toFixed(4)).toBe('2.1857');
});
