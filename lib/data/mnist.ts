import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { type DataSet, dataSets } from './data-sets';
import { type FoundData, type Places, readData } from './finder';
import { readIdx } from './idx';
import { type Digits, Images } from './images';

const unpack = promisify(gunzip);

let loaded: Promise<Digits> | undefined;

/**
 * MNIST: 60,000 training and 10,000 test images of handwritten digits.
 *
 * Read from the mirror, the cache or the public address (11 MB), and then kept in memory for this process.
 *
 * Source: LeCun, Bottou, Bengio and Haffner, "Gradient-based learning applied to document recognition", 1998,
 * section III.
 *
 * @throws DataUnavailable if it can't be had; DamagedFile if a file isn't the published one
 * @example const { train, test } = await mnist();
 */
export function mnist(): Promise<Digits> {
  loaded ??= loadDigits(dataSets.mnist).catch((cause) => {
    loaded = undefined; // so that the next call tries again
    throw cause;
  });
  return loaded;
}

/** Reads a data set that has MNIST's four files. */
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
