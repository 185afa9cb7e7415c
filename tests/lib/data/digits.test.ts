import { mkdir, writeFile } from 'node:fs/promises';
import { DamagedFile, digits } from 'lineage/data';
import { Scratch } from './small-set';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await Scratch.make();
});
afterEach(() => scratch.remove());

test('digits() makes digits where MNIST is nowhere, as many as MNIST has, and says so and why', async () => {
  const { train, test: held, provenance } = await digits(scratch.places());
  expect([train.size, held.size]).toEqual([60_000, 10_000]);
  expect(provenance.kind).toBe('made');
  expect(provenance.note).toBe(
    "MNIST could not be had (not allowed here): these digits are made, their accuracy is not MNIST's",
  );
}, 180_000); // seconds alone, minutes on a machine that is busy

test('digits() does not replace a damaged file', async () => {
  await mkdir(scratch.path('cache', 'mnist'), { recursive: true });
  await writeFile(scratch.path('cache', 'mnist', 'train-images-idx3-ubyte.gz'), 'cut');
  await expect(digits(scratch.places())).rejects.toThrow(DamagedFile);
});

test('digits() does not replace a misspelt LINEAGE_DATA', async () => {
  const setting = process.env.LINEAGE_DATA;
  process.env.LINEAGE_DATA = 'no/such/folder';
  try {
    await expect(digits()).rejects.toThrow('LINEAGE_DATA=no/such/folder: expected a folder');
  } finally {
    if (setting === undefined) delete process.env.LINEAGE_DATA;
    else process.env.LINEAGE_DATA = setting;
  }
});
