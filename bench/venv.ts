import path from 'node:path';
import { root } from '../lib/root';

/** The bench's own Python environment: where no tool that walks the sources looks. */
export function venv(): string {
  return path.join(root(), '.native', 'torch');
}
