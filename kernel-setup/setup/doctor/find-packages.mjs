import { missing } from '../packages.mjs';
import { at } from '../paths.mjs';
import { stamped } from '../stamp.mjs';

/** @returns {import('./diagnose.mjs').Finding} */
export function findPackages() {
  const what = 'npm packages';
  const lock = stamped(at('package-lock.json'));
  if (!lock)
    return {
      what,
      is: 'package-lock.json can’t be read',
      good: false,
      mend: { by: 'git checkout package-lock.json' },
    };
  const lacking = missing(lock, stamped(at('node_modules/.package-lock.json')));
  if (lacking.length === 0) return { what, is: 'installed', good: true };
  const is = `${lacking.length} missing or of another version (such as ${lacking[0].replace(/.*node_modules\//, '')})`;
  return { what, is, good: false, mend: { by: 'npm run build' } };
}
