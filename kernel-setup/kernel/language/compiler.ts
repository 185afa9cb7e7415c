import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Converter } from 'tslab/dist/converter';
import type ts from 'typescript';
import { polls } from '../polls';
import type { CompiledModule } from '../threads';
import { CheckedFiles } from './checked-files';
import { CompileCache } from './compile-cache';
import { ImportedFiles } from './imported-files';
import { lightPrograms } from './light-programs';
import { loadTypeScript } from './load-typescript';
import { moduleNameCompletions } from './module-name-completions';
import { ModuleResolution } from './module-resolution';
import { plainExports } from './plain-exports';
import { splitMap, withoutMapComment } from './source-map-comment';
import { unseenPackages } from './unseen-packages';
import { WatchedFiles } from './watched-files';

/** tslab's converter with the options, the imports and the source maps of this kernel. */
export interface Compiler {
  readonly typescript: typeof ts;
  readonly converter: Converter;
  /** The source maps of the cell converted last, the last pass first. */
  readonly maps: readonly string[];
  /** What that cell imports, as far as it is new or was edited since the last call. */
  compileImports(): CompiledModule[];
  /** The folder that tslab's file names start at. */
  readonly base: string;
  /** Looks for edits of imported files, and for files that were missing. */
  refresh(): void;
}

/** The file that tslab keeps a cell in. */
const cellFile = '__tslab__.ts';

/**
 * Starts tslab's converter over an object derived from its TypeScript, so that tslab itself stays as it is.
 *
 * @param root the clone
 * @param folder the notebook's folder, anywhere
 */
export function startCompiler(root: string, folder: string): Compiler {
  const base = commonFolder(root, folder);
  const loaded = loadTypeScript(root);
  const original = loaded.exports;
  const cell = path.posix.join(base, cellFile);
  const library = path.posix.join(root, 'lib/');
  const watched = new WatchedFiles(original);
  const passes = original.version + readFileSync(require.resolve('../polls'), 'utf8');
  const cache = new CompileCache(path.join(root, 'dist/imported'), passes);
  const imports = new ImportedFiles(original, (name, file) => resolution?.found(name, file), cache);
  const isTrusted = (file: string) => file.startsWith(library) && !watched.hasChanged(file);
  const checked = new CheckedFiles(original, (program, file) => imports.reachable(program, file), isTrusted);
  const isUnseen = unseenPackages(root, (file) => watched.hasChanged(file));
  let resolution: ModuleResolution | undefined;
  let program: ts.Program | undefined;
  let maps: string[] = [];

  const sys = Object.assign(Object.create(original.sys) as ts.System, {
    getCurrentDirectory: () => base,
    watchFile: watched.watch,
    watchDirectory: () => ({ close() {} }),
  });

  function createWatchCompilerHost(
    files: string[],
    options: ts.CompilerOptions,
    system: ts.System,
    _createProgram: null,
    report: ts.DiagnosticReporter,
    reportStatus: ts.WatchStatusReporter,
  ): ts.WatchCompilerHost<ts.BuilderProgram> {
    const own = { ...options, ...compilerOptions(root) };
    // The library stays in the program, so that it is read only once; it also declares the global `kernel`.
    const roots = [...files, path.posix.join(root, 'lib/index.ts')];
    const create = lightPrograms(original, cell, isTrusted, (created) => {
      program = created;
    });
    const host = original.createWatchCompilerHost(roots, own, system, create, report, reportStatus);
    resolution = new ModuleResolution(original, own, host, base, root, folder, isUnseen);
    host.resolveModuleNameLiterals = resolution.resolve;
    host.hasInvalidatedResolutions = resolution.hasFailed as (file: ts.Path) => boolean;
    return host;
  }

  // tslab's last pass over a cell, to CommonJS: the place to add the polls, and to keep the maps of both passes.
  function transpileModule(js: string, options: ts.TranspileOptions): ts.TranspileOutput {
    const [code, firstMap] = splitMap(js);
    const output = original.transpileModule(code, {
      ...options,
      compilerOptions: { ...options.compilerOptions, sourceMap: true },
      transformers: { before: [polls(original, 'cell')], after: [plainExports(original)] },
    });
    maps = [output.sourceMapText ?? '', firstMap];
    return { ...output, outputText: withoutMapComment(output.outputText) };
  }

  const derived = Object.create(original, {
    __esModule: { value: true },
    sys: { value: sys },
    createWatchCompilerHost: { value: createWatchCompilerHost },
    getPreEmitDiagnosticsOfFiles: { value: checked.diagnose },
    transpileModule: { value: transpileModule },
    Completions: { value: moduleNameCompletions(original, base) },
  });
  loaded.exports = derived;
  const { createConverter } = require('tslab/dist/converter') as typeof import('tslab/dist/converter');
  return {
    typescript: original,
    converter: createConverter(),
    base,
    get maps() {
      return maps;
    },
    compileImports: () => (program ? imports.compile(imports.reachable(program, cell)) : []),
    refresh() {
      const found = resolution?.refresh();
      const edited = watched.check();
      if (found || edited) checked.forget();
    },
  };
}

/** The options laid over tslab's own: those of tsconfig.json, with the library's names. */
function compilerOptions(root: string): ts.CompilerOptions {
  return {
    strict: true,
    noImplicitOverride: true,
    inlineSourceMap: true,
    lib: ['lib.es2022.d.ts'],
    types: ['node'],
    typeRoots: [path.posix.join(root, 'node_modules/@types')],
    baseUrl: root,
    paths: { lineage: ['lib/index.ts'], 'lineage/*': ['lib/*'] },
  };
}

/** The deepest folder that holds both; the first itself where there is none. */
function commonFolder(first: string, second: string): string {
  let common = first;
  while (path.relative(common, second).startsWith('..') || path.isAbsolute(path.relative(common, second))) {
    const parent = path.dirname(common);
    if (parent === common) return first;
    common = parent;
  }
  return common;
}
