import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { DataSet } from './data-sets';
import { type FoundData, type Places, readData } from './finder';
import { readIdx } from './idx';
import { type Digits, Images } from './images';

const unpack = promisify(gunzip);

/**
 * Reads a data set that has MNIST's four files, packed IDX each.
 *
 * @throws Error naming the file if images aren't 28 × 28 or counts disagree; what {@link readData} throws
 */
export async function loadDigits(set: DataSet, places?: Places): Promise<Digits> {
  const found = await readData(set, places);
  const [train, test] = await Promise.all([
    readPart(found, 'train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'),
    readPart(found, 't10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'),
  ]);
  return { train, test, provenance: found.provenance };
}

async function readPart({ files }: FoundData, imageFile: string, labelFile: string): Promise<Images> {
  const [images, labels] = await Promise.all([imageFile, labelFile].map((name) => unpack(files.get(name)!)));
  const { shape, values } = readIdx(images, imageFile, 3);
  const [count, height, width] = shape;
  if (height !== 28 || width !== 28)
    throw new Error(`${imageFile}: expected images of 28 × 28, got ${height} × ${width}`);
  const classes = readIdx(labels, labelFile, 1).values;
  if (classes.length !== count)
    throw new Error(
      `${labelFile}: expected ${count} labels for the images of ${imageFile}, got ${classes.length}`,
    );
  return new Images(values, classes);
}
