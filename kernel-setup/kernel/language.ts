import path from 'node:path';
import { workerData } from 'node:worker_threads';
import type { Converter, isCompleteCode } from 'tslab/dist/converter';
import { cellFile, startCompiler } from './compiler';
import { typeScriptError } from './diagnostics';
import { serve } from './remote';
import type { CompiledModule, Language, LanguageData } from './threads';

/** The language worker: TypeScript for cells. It answers while the main thread is busy with a cell. */
const { root, folder, port } = workerData as LanguageData;
const compiler = startCompiler(root, folder);
const { converter, typescript } = compiler;

/** What earlier cells have declared, and what the cell converted last would make of it. */
let declared = '';
let converted = '';
/** Library files compiled since the main thread was last given some. */
const modules = new Map<string, CompiledModule>();

const language: Language = {
  convert(code, count) {
    converted = declared;
    const { diagnostics, declOutput, hasToplevelAwait, lastExpressionVar } = convert(code);
    if (diagnostics.length > 0) return typeScriptError(diagnostics, code, count, root);
    converted = declOutput ?? '';
    const cell = compile();
    if (!cell) throw new Error('language: the compiler gave no output for the cell');
    const fresh = [...modules.values()];
    modules.clear();
    return {
      status: 'ok',
      ...cell,
      awaits: hasToplevelAwait ?? false,
      result: lastExpressionVar,
      modules: fresh,
    };
  },

  keep() {
    declared = converted;
  },

  complete(code, offset) {
    const { candidates, start, end } = converter.complete(declared, code, offset);
    return { matches: candidates, start, end };
  },

  inspect(code, offset) {
    const info = converter.inspect(declared, code, offset);
    if (!info) return undefined;
    const text = (parts: typeof info.displayParts) => typescript.displayPartsToString(parts);
    const signature = text(info.displayParts);
    const tags = (info.tags ?? []).map((tag) => `@${tag.name} ${text(tag.text)}`);
    const documentation = [text(info.documentation), ...tags].filter((part) => part.trim() !== '');
    return {
      'text/plain': [signature, ...documentation].join('\n\n'),
      'text/markdown': ['```ts\n' + signature + '\n```', ...documentation].join('\n\n'),
    };
  },

  isComplete(code) {
    const { isCompleteCode: check } = require('tslab/dist/converter') as {
      isCompleteCode: typeof isCompleteCode;
    };
    const { completed, indent } = check(code);
    if (!completed) return { status: 'incomplete', indent: indent ?? '' };
    const errors = typescript.transpileModule(code, { reportDiagnostics: true }).diagnostics ?? [];
    if (errors.length === 0) return { status: 'complete' };
    // What is only cut off ends in its error; anything wrong before the end is wrong for good.
    const end = code.trimEnd().length;
    const cut = errors.every(({ start = 0, length = 0 }) => start + length >= end);
    return cut ? { status: 'incomplete', indent: '' } : { status: 'invalid' };
  },
};

function convert(code: string): ReturnType<Converter['convert']> {
  compiler.refresh();
  return converter.convert(declared, code);
}

/** Puts compiled library files aside for the main thread; the compiled cell. */
function compile() {
  const compiled = compiler.takeCompiled();
  const cell = compiled.get(cellFile);
  compiled.delete(cellFile);
  for (const [file, output] of compiled) {
    const absolute = path.join(compiler.base, file);
    modules.set(absolute, { ...output, file: absolute });
  }
  return cell;
}

serve(port, language);
// The library is compiled while the reader reads, so that the first import need not wait for it.
convert("import 'lineage'; import 'lineage/nn';");
compile();
