import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { usualPlaces } from 'lineage/data/finder';
import { root } from '../../../../lib/root';

const setting = process.env.LINEAGE_DATA;
afterEach(() => {
  if (setting === undefined) delete process.env.LINEAGE_DATA;
  else process.env.LINEAGE_DATA = setting;
});

test('usualPlaces() has no mirror without LINEAGE_DATA', async () => {
  delete process.env.LINEAGE_DATA;
  const places = await usualPlaces();
  expect(places).not.toHaveProperty('mirror');
  expect(places).toMatchObject({ cache: path.join(root(), 'data', 'cache'), download: true });
});

test('usualPlaces() takes a relative LINEAGE_DATA from the clone, wherever the process runs', async () => {
  process.env.LINEAGE_DATA = 'tests/oracles';
  expect((await usualPlaces()).mirror).toBe(path.join(root(), 'tests', 'oracles'));
});

test('usualPlaces() takes an absolute LINEAGE_DATA as it is', async () => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'mirror with spaces ü '));
  process.env.LINEAGE_DATA = folder;
  expect((await usualPlaces()).mirror).toBe(folder);
  await rm(folder, { recursive: true });
});

test.each(['no/such/folder', 'package.json'])('usualPlaces() refuses LINEAGE_DATA=%s', async (wrong) => {
  process.env.LINEAGE_DATA = wrong;
  await expect(usualPlaces()).rejects.toThrow(
    `LINEAGE_DATA=${wrong}: expected a folder with one folder per data set, but there is none at ${path.join(root(), wrong)}. Correct it`,
  );
});
