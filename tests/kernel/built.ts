import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Compiles the kernel into dist, where its sources have changed. */
export function built(): void {
  const script = path.resolve(__dirname, '../../kernel-setup/build.mjs');
  const { status, stderr } = spawnSync(process.execPath, [script], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`kernel-setup/build.mjs: expected exit 0, got ${status}: ${stderr}`);
}
