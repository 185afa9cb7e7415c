import { workerData } from 'node:worker_threads';
import type { Converter, isCompleteCode } from 'tslab/dist/converter';
import { plainFailure } from '../plain-failure';
import { serve } from '../remote';
import type { CompiledCell, CompiledModule, Failure, Language, LanguageData } from '../threads';
import { startCompiler } from './compiler';
import { expectShallow } from './expect-shallow';
import { topLevelAwait } from './top-level-await';
import { typeScriptError } from './typescript-error';
import { withoutExports } from './without-exports';

/** The language worker: TypeScript for cells. It answers while the main thread is busy with a cell. */
const { root, folder, port } = workerData as LanguageData;
const compiler = startCompiler(root, folder);
const { base, converter, typescript } = compiler;

/** What is declared before the first cell: in a kernel, the global `kernel` is always there. */
const initially = `/** What the kernel gives to cells: outputs, questions to the reader, and when to stop. */
declare const kernel: import('lineage').Kernel;
`;
/** What earlier cells have declared, and what the cell converted last would make of it. */
let declared = initially;
let converted = '';
/** Library files compiled ahead, until the first cell takes them to the main thread. */
const warmed: CompiledModule[] = [];

const language: Language = {
  convert(code, count) {
    converted = declared;
    try {
      expectShallow(typescript, code);
      return compiled(code, count);
    } catch (error) {
      return tooDeep(error);
    }
  },

  keep() {
    declared = converted;
  },

  complete(code, offset) {
    expectShallow(typescript, code);
    const { candidates, start, end } = converter.complete(declared, code, offset);
    return { matches: candidates, start, end };
  },

  inspect(code, offset) {
    expectShallow(typescript, code);
    const info = converter.inspect(declared, code, offset);
    if (!info) return undefined;
    const text = (parts: typeof info.displayParts) => typescript.displayPartsToString(parts);
    const signature = text(info.displayParts);
    // All that TypeScript says of a name that it does not know.
    if (signature === 'any') return undefined;
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

function compiled(code: string, count: number): CompiledCell | Failure {
  const { diagnostics, output, declOutput, lastExpressionVar } = convert(code);
  if (diagnostics.length > 0) return typeScriptError(diagnostics, { code, count, root, base });
  const awaits = topLevelAwait(typescript, code);
  const modules = compiler.compileImports();
  converted = declOutput ?? '';
  return {
    status: 'ok',
    js: output ?? '',
    maps: compiler.maps,
    awaits,
    result: lastExpressionVar,
    modules: [...warmed.splice(0), ...modules],
  };
}

function convert(code: string): ReturnType<Converter['convert']> {
  compiler.refresh();
  return converter.convert(declared, withoutExports(typescript, code));
}

/** The stack overflow of a compiler as an error of the cell; any other failure is the compiler's own. */
function tooDeep(error: unknown): Failure {
  if (!(error instanceof RangeError)) throw error;
  return plainFailure(
    'TypeScriptError',
    'the cell is nested too deeply for the compiler; split it, or read its data from a file',
  );
}

serve(port, language);
// The library is compiled while the reader reads, so that the first import need not wait for it.
convert("import 'lineage';");
warmed.push(...compiler.compileImports());
