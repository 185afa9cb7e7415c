import os from 'node:os';
import type { Results } from './results';

/** The machine without a name that could be somebody's. */
export function machine(): Results['machine'] {
  const cores = os.cpus();
  return {
    processor: cores[0]?.model.trim() ?? 'unknown',
    cores: cores.length,
    memoryGB: Math.round(os.totalmem() / 2 ** 30),
    system: `${os.platform()} ${os.arch()}`,
  };
}
