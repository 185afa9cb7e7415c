import fs from 'node:fs';
import path from 'node:path';
import { leanTypeScript } from './lean-typescript.mjs';
import { at, root } from './paths.mjs';
import { Problem } from './problem.mjs';
import { writeWhole } from './stamp.mjs';

/** The folders of TypeScript that run compiled, each with its place under dist. */
const rooms = {
  lib: 'dist/lib',
  'kernel-setup/kernel': 'dist/kernel',
  'tests/notebooks': 'dist/notebooks',
  bench: 'dist/bench',
};

/**
 * Compiles the rooms file by file into dist: CommonJS with source maps, types left out.
 *
 * Only files that changed are written, each whole or not at all, so that a running kernel is left in peace and two
 * builds at once do no harm. What has no source any more is removed.
 *
 * @returns {Promise<number>} how many files were written
 */
export async function build() {
  await leanTypeScript();
  const { build: esbuild, stop } = await import('esbuild');
  const sources = Object.keys(rooms).flatMap((room) => typescript(at(room)));
  const outputs = Object.fromEntries(
    sources.map((source) => [path.join(root, compiled(source).slice(0, -3)), source]),
  );
  const result = await esbuild({
    entryPoints: Object.entries(outputs).map(([out, source]) => ({
      in: source,
      out: path.relative(root, out),
    })),
    ...{
      bundle: true,
      plugins: [fileByFile],
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      keepNames: true,
    },
    ...{ sourcemap: true, sourcesContent: false, logLevel: 'silent' },
    ...{ outdir: root, absWorkingDir: root, write: false },
  }).catch((error) => {
    throw new Problem(
      `the sources don’t compile:\n${(error.errors ?? [error]).map(line).join('\n')}`,
      'mend them, then type the same command again',
    );
  });
  await stop();
  const made = new Set(result.outputFiles.map((file) => file.path));
  let written = 0;
  for (const { path: file, text } of result.outputFiles) {
    if (fs.existsSync(file) && fs.readFileSync(file, 'utf8') === text) continue;
    writeWhole(file, text);
    written++;
  }
  for (const out of Object.values(rooms))
    for (const file of files(at(out)))
      if (/\.js(\.map)?$/.test(file) && !made.has(file)) fs.rmSync(file, { force: true });
  return written;
}

/** Leaves every import outside its file, and points one that crosses rooms at the other room's compiled file. */
const fileByFile = {
  name: 'file by file',
  setup({ onResolve }) {
    onResolve({ filter: /.*/ }, ({ kind, path: wanted, importer, resolveDir }) => {
      if (kind === 'entry-point') return undefined;
      if (!wanted.startsWith('.')) return { path: wanted, external: true };
      const target = compiled(path.resolve(resolveDir, wanted));
      const relative = path
        .relative(path.dirname(compiled(importer)), target)
        .split(path.sep)
        .join('/');
      return { path: relative.startsWith('.') ? relative : `./${relative}`, external: true };
    });
  },
};

/** Where a source, a folder of sources, or an import of one comes to lie, from the clone's root. */
function compiled(source) {
  const relative = path.relative(root, source).split(path.sep).join('/');
  const room = Object.keys(rooms).find((name) => relative === name || relative.startsWith(`${name}/`));
  return room ? rooms[room] + relative.slice(room.length).replace(/\.ts$/, '.js') : relative;
}

const typescript = (folder) => files(folder).filter((file) => /(?<!\.test|\.d)\.ts$/.test(file));

function files(folder) {
  if (!fs.existsSync(folder)) return [];
  const entries = fs.readdirSync(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name));
}

function line({ text, message, location }) {
  return `  ${location ? `${location.file}:${location.line}: ` : ''}${text ?? message}`;
}
