import { mkdir, writeFile } from 'node:fs/promises';
import { DamagedFile, dataSets, findData } from 'lineage/data';
import { Scratch } from '../small-set';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await Scratch.make();
});
afterEach(() => scratch.remove());

test('findData() says that all would be downloaded, and downloads nothing', async () => {
  const found = await findData('mnist', scratch.places({ download: true }));
  expect(found).toEqual(
    dataSets.mnist.files.map(({ name, url }) => ({ file: name, place: 'download', from: url })),
  );
});

test('findData() refuses a damaged file by name', async () => {
  await mkdir(scratch.path('cache', 'mnist'), { recursive: true });
  await writeFile(scratch.path('cache', 'mnist', 't10k-labels-idx1-ubyte.gz'), 'cut');
  const finding = findData('mnist', scratch.places());
  await expect(finding).rejects.toThrow(DamagedFile);
  await expect(finding).rejects.toThrow('t10k-labels-idx1-ubyte.gz');
});
