import { workerData } from 'node:worker_threads';
import type { Converter, isCompleteCode } from 'tslab/dist/converter';
import { startCompiler } from './compiler';
import { typeScriptError } from './diagnostics';
import { serve } from './remote';
import type { CompiledModule, Language, LanguageData } from './threads';
import { topLevelAwait } from './top-level-await';

/** The language worker: TypeScript for cells. It answers while the main thread is busy with a cell. */
const { root, folder, port } = workerData as LanguageData;
const compiler = startCompiler(root, folder);
const { base, converter, typescript } = compiler;

/** What earlier cells have declared, and what the cell converted last would make of it. */
let declared = '';
let converted = '';
/** Library files compiled ahead, until the first cell takes them to the main thread. */
const warmed: CompiledModule[] = [];

const language: Language = {
  convert(code, count) {
    converted = declared;
    const { diagnostics, output, declOutput, lastExpressionVar } = convert(code);
    if (diagnostics.length > 0) return typeScriptError(diagnostics, { code, count, root, base });
    converted = declOutput ?? '';
    return {
      status: 'ok',
      js: output ?? '',
      maps: compiler.maps,
      awaits: topLevelAwait(typescript, code),
      result: lastExpressionVar,
      modules: [...warmed.splice(0), ...compiler.compileImports()],
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

serve(port, language);
// The library is compiled while the reader reads, so that the first import need not wait for it.
convert("import 'lineage';");
warmed.push(...compiler.compileImports());
