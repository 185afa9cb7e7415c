import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DataFile, DataSet, Places } from 'lineage/data';

/** An IDX file of unsigned bytes. */
export function idx(shape: readonly number[], values: ArrayLike<number>): Buffer {
  const header = Buffer.alloc(4 + 4 * shape.length);
  header.set([0, 0, 8, shape.length]);
  shape.forEach((size, axis) => {
    header.writeUInt32BE(size, 4 + 4 * axis);
  });
  return Buffer.concat([header, Buffer.from(Array.from(values))]);
}

const grey = (count: number, salt: number) =>
  Uint8Array.from({ length: count * 784 }, (_, pixel) => (pixel * 31 + salt) % 256);

/** Six training and four test images with MNIST's file names. */
export const contents: Readonly<Record<string, Buffer>> = {
  'train-images-idx3-ubyte.gz': gzipSync(idx([6, 28, 28], grey(6, 1))),
  'train-labels-idx1-ubyte.gz': gzipSync(idx([6], [5, 0, 4, 1, 9, 2])),
  't10k-images-idx3-ubyte.gz': gzipSync(idx([4, 28, 28], grey(4, 2))),
  't10k-labels-idx1-ubyte.gz': gzipSync(idx([4], [7, 2, 1, 0])),
};

/** The registry's entry for these contents, downloadable from `address`. */
export function setOf(
  files: Readonly<Record<string, Buffer>>,
  address: string,
): DataSet & { readonly files: readonly DataFile[] } {
  return {
    name: 'small',
    licence: 'MIT',
    source: 'this test',
    files: Object.entries(files).map(([name, bytes]) => ({
      name,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      url: `${address}/${name}`,
    })),
  };
}

/** Places in a folder of the test's own; nothing is downloaded unless `download` says so. */
export class Scratch {
  private constructor(readonly folder: string) {}

  static async make(): Promise<Scratch> {
    return new Scratch(await mkdtemp(path.join(os.tmpdir(), 'lineage data ü ')));
  }

  places(more: Partial<Places> = {}): Places {
    return { cache: path.join(this.folder, 'cache'), download: false, patience: 5_000, ...more };
  }

  /** Puts files into `<place>/small`. */
  async put(place: 'cache' | 'mirror', files: Readonly<Record<string, Uint8Array>>): Promise<void> {
    const folder = path.join(this.folder, place, 'small');
    await mkdir(folder, { recursive: true });
    for (const [name, bytes] of Object.entries(files)) await writeFile(path.join(folder, name), bytes);
  }

  path(...parts: string[]): string {
    return path.join(this.folder, ...parts);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }
}
