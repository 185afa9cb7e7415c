import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { dataSets, findData, mnist } from 'lineage/data';
import { usualPlaces } from 'lineage/data/finder';
import { loadDigits } from '../../../lib/data/load-digits';
import { contents, idx, Scratch, setOf } from './small-set';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await Scratch.make();
});
afterEach(() => scratch.remove());

const load = async (files: Readonly<Record<string, Buffer>>) => {
  await scratch.put('cache', files);
  return loadDigits(setOf(files, 'http://127.0.0.1:9'), scratch.places());
};

test('loadDigits() reads four IDX files', async () => {
  const { train, test: held, provenance } = await load(contents);
  expect([...train.labels]).toEqual([5, 0, 4, 1, 9, 2]);
  expect([...held.labels]).toEqual([7, 2, 1, 0]);
  expect([...train.image(0).subarray(0, 3)]).toEqual([1, 32, 63]);
  expect(provenance.kind).toBe('real');
});

test.each<{ what: string; files: Record<string, Buffer>; message: string }>([
  {
    what: 'fewer labels than images',
    files: { 'train-labels-idx1-ubyte.gz': gzipSync(idx([5], [1, 2, 3, 4, 5])) },
    message:
      'train-labels-idx1-ubyte.gz: expected 6 labels for the images of train-images-idx3-ubyte.gz, got 5',
  },
  {
    what: 'images of another size',
    files: { 't10k-images-idx3-ubyte.gz': gzipSync(idx([4, 14, 14], new Uint8Array(4 * 196))) },
    message: 't10k-images-idx3-ubyte.gz: expected images of 28 × 28, got 14 × 14',
  },
  {
    what: 'a label that is no digit',
    files: { 't10k-labels-idx1-ubyte.gz': gzipSync(idx([4], [1, 2, 3, 77])) },
    message: 'Images: expected labels 0–9, got 77 at image 3',
  },
])('loadDigits() refuses $what', async ({ files, message }) => {
  await expect(load({ ...contents, ...files })).rejects.toThrow(message);
});

if (process.env.LINEAGE_DATA) {
  describe(`real MNIST (LINEAGE_DATA=${process.env.LINEAGE_DATA})`, () => {
    test('mnist() has the published counts and first labels, and the second call gives the same object', async () => {
      const { train, test: held, provenance } = await mnist();
      expect([train.size, held.size]).toEqual([60_000, 10_000]);
      expect([...train.labels.subarray(0, 10)]).toEqual([5, 0, 4, 1, 9, 2, 1, 3, 1, 4]);
      expect([...held.labels.subarray(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
      const perClass = Array(10).fill(0);
      for (const label of train.labels) perClass[label]++;
      expect(perClass).toEqual([5923, 6742, 5958, 6131, 5842, 5421, 5918, 6265, 5851, 5949]);
      // the mean ink that everyone normalises MNIST with
      const mean = train.pixels.reduce((sum, grey) => sum + grey, 0) / train.pixels.length / 255;
      expect(mean).toBeCloseTo(0.1307, 4);
      expect(provenance).toMatchObject({ name: 'mnist', kind: 'real', from: 'LINEAGE_DATA, mnist' });
      expect((await mnist()).train).toBe(train);
    });

    test('the registry agrees with the manifest of the mirror', async () => {
      const { mirror } = await usualPlaces();
      interface Entry {
        readonly file: string;
        readonly sha256: string;
        readonly sha256Uncompressed?: string;
        readonly licence: string;
      }
      const manifest: Entry[] = JSON.parse(readFileSync(path.join(mirror!, 'MANIFEST.json'), 'utf8'));
      for (const set of Object.values(dataSets))
        for (const { name, sha256 } of set.files) {
          const file = `${set.name}/${name}`;
          const entry = manifest.find((one) => one.file === file || one.file === `${file}.gz`);
          const content = entry?.file === file ? entry.sha256 : entry?.sha256Uncompressed;
          expect({ file, sha256: content, licence: entry?.licence }).toEqual({
            file,
            sha256,
            licence: set.licence,
          });
        }
    });

    test('findData() finds it in the mirror', async () => {
      const found = await findData('mnist');
      expect(found.map(({ place }) => place)).toEqual(Array(4).fill('mirror'));
    });
  });
} else {
  test('real MNIST is not checked here: LINEAGE_DATA is not set', async () => {
    expect(await usualPlaces()).not.toHaveProperty('mirror');
  });
}
