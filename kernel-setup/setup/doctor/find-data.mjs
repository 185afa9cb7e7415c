import fs from 'node:fs';
import path from 'node:path';
import { at } from '../paths.mjs';

const digits = ['train-images-idx3', 'train-labels-idx1', 't10k-images-idx3', 't10k-labels-idx1'];

/** Looks for MNIST where lib/data would. @returns {import('./diagnose.mjs').Finding} */
export function findData(named = process.env.LINEAGE_DATA) {
  const mirror = named && path.resolve(at(), named);
  const what = 'Data';
  if (mirror && !fs.existsSync(mirror))
    return {
      what,
      is: `LINEAGE_DATA: expected a folder, got ${mirror}`,
      good: false,
      mend: { by: 'unset LINEAGE_DATA' },
    };
  const folders = [mirror, at('data/cache')].filter(Boolean);
  const found = folders.find((folder) =>
    digits.every((name) => fs.existsSync(path.join(folder, 'mnist', `${name}-ubyte.gz`))),
  );
  if (found) return { what, is: `MNIST in ${path.relative(at(), found) || found}`, good: true };
  const by = 'nothing to do: notebook 06 downloads it, or goes on with made digits';
  return { what, is: 'MNIST not here yet', good: false, mend: { by, optional: true } };
}
