import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the clone. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A path inside the clone. */
export const at = (...parts) => path.join(root, ...parts);

/** The course's own Python, once set-up has made it. */
export const venvPython = at(
  '.venv',
  ...(process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python']),
);

/** The native library's home (kept outside node_modules, which `npm ci` empties) and set-up's own notes. */
export const native = (...parts) => at('.native', ...parts);

/** What set-up downloads and builds on the way; removed at the end. */
export const scratch = (...parts) => native('tmp', ...parts);
