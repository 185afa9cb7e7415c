import fs from 'node:fs';
import { createRequire } from 'node:module';
import { at } from '../paths.mjs';

const what = 'Data';
const finder = at('dist/lib/data/finder/index.js');

/** Looks for MNIST with the library's own finder, which reads every file. @returns {Promise<import('./diagnose.mjs').Finding>} */
export async function findData() {
  if (!fs.existsSync(finder))
    return { what, is: 'not looked for', good: false, mend: { by: 'npm run build', optional: true } };
  let files;
  try {
    files = await createRequire(import.meta.url)(finder).findData('mnist');
  } catch ({ message }) {
    return { what, is: 'can’t be used', good: false, mend: { by: message } }; // which ends with what to do
  }
  const places = [...new Set(files.map(({ from }) => from))];
  if (files.every(({ place }) => place !== 'download'))
    return { what, is: `MNIST in ${places.join(' and ')}`, good: true };
  const by = 'nothing to do: notebook 06 downloads it, or goes on with made digits';
  return { what, is: 'MNIST not here yet', good: false, mend: { by, optional: true } };
}
