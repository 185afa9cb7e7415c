import path from 'node:path';
import { venv } from './venv';

/** The Python of the bench's own environment, once it is made. */
export function venvPython(): string {
  const program = process.platform === 'win32' ? ['Scripts', 'python.exe'] : ['bin', 'python'];
  return path.join(venv(), ...program);
}
