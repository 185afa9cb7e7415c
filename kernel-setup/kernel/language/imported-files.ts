import type ts from 'typescript';
import { polls } from '../polls';
import type { Compiled, CompiledModule } from '../threads';
import type { CompileCache } from './compile-cache';
import { withoutMapComment } from './source-map-comment';

/** TypeScript lists a file's imports, but has no type for that. */
type Importing = ts.SourceFile & { readonly imports?: readonly ts.StringLiteralLike[] };

/**
 * Compiles the TypeScript files that cells import, each by itself: the library is written for that
 * (`isolatedModules`), and it takes a fraction of the time of a full compilation.
 */
export class ImportedFiles {
  readonly #compiled = new Map<string, string>();

  /** @param find the file that an import's name means in a file */
  constructor(
    readonly typescript: typeof ts,
    readonly find: (name: string, file: string) => string | undefined,
    readonly cache: CompileCache,
  ) {}

  /** The files that `from` imports, directly or through others; packages left out. */
  reachable(program: ts.Program, from: string): ts.SourceFile[] {
    const cell = program.getSourceFile(from);
    const found = new Set(cell ? [cell] : []);
    // A set also visits what is added on the way.
    for (const file of found) {
      for (const { text } of (file as Importing).imports ?? []) {
        const imported = program.getSourceFile(this.find(text, file.fileName) ?? '');
        if (imported && isSource(imported)) found.add(imported);
      }
    }
    return [...found].slice(1);
  }

  /** Those of the files that are new or were edited since the last call, compiled. */
  compile(files: readonly ts.SourceFile[]): CompiledModule[] {
    const changed = files.filter(({ fileName, text }) => this.#compiled.get(fileName) !== text);
    return changed.map(({ fileName: file, text }) => {
      this.#compiled.set(file, text);
      return { file, ...this.cache.get(file, text, () => this.#compile(file, text)) };
    });
  }

  #compile(fileName: string, text: string): Compiled {
    const { ModuleKind, ScriptTarget } = this.typescript;
    const { outputText, sourceMapText } = this.typescript.transpileModule(text, {
      fileName,
      compilerOptions: {
        module: ModuleKind.CommonJS,
        target: ScriptTarget.ES2022,
        esModuleInterop: true,
        isolatedModules: true,
        sourceMap: true,
      },
      transformers: { before: [polls(this.typescript, 'library')] },
    });
    return { js: withoutMapComment(outputText), maps: [sourceMapText ?? ''] };
  }
}

function isSource({ fileName, isDeclarationFile }: ts.SourceFile): boolean {
  return !isDeclarationFile && !fileName.includes('/node_modules/') && /\.[jt]s$/.test(fileName);
}
