import path from 'node:path';
import { buildSync } from 'esbuild';
import { root } from '../../lib/root';

/**
 * Loads a file of set-up, which is plain ES modules, into Jest's CommonJS.
 *
 * @param file below kernel-setup/setup, such as `zip.mjs`
 * @param home the clone it shall believe to lie in
 */
export function load<Exports>(file: string, home = root()): Exports {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(root(), 'kernel-setup/setup', file)],
    bundle: true,
    format: 'cjs',
    platform: 'node',
    external: ['esbuild'],
    define: { 'import.meta.url': JSON.stringify(`file://${home}/kernel-setup/setup/paths.mjs`) },
    write: false,
  });
  const module = { exports: {} as Exports };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}
