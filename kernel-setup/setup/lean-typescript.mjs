import fs from 'node:fs';
import { createRequire } from 'node:module';
import { at } from './paths.mjs';
import { fits, stamp, writeWhole } from './stamp.mjs';

/**
 * Writes TypeScript, the one that compiles cells, without its comments and in ASCII.
 *
 * V8 keeps the text of a script for as long as it runs, at two bytes a character if a single one is not Latin: 16 MB in
 * every kernel, and 6 without the comments and the arrows in them.
 */
export async function leanTypeScript() {
  const tslab = createRequire(at('package.json')).resolve('tslab/package.json');
  const source = createRequire(tslab).resolve('@tslab/typescript-for-tslab');
  const { size, mtimeMs } = fs.statSync(source);
  const { transform, version, stop } = await import('esbuild');
  const conditions = { source, size, mtimeMs, esbuild: version };
  const lean = at('dist/typescript.js');
  if (fs.existsSync(lean) && fits(at('dist/typescript.json'), conditions)) return;
  const { code } = await transform(fs.readFileSync(source, 'utf8'), {
    minifyWhitespace: true,
    charset: 'ascii',
    legalComments: 'inline',
    target: 'node20',
  });
  await stop();
  writeWhole(lean, code);
  stamp(at('dist/typescript.json'), conditions);
}
