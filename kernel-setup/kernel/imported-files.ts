import type ts from 'typescript';
import type { CompileCache } from './compile-cache';
import { polls } from './polls';
import type { Compiled, CompiledModule } from './threads';

/**
 * Compiles the TypeScript files that cells import, each by itself: the library is written for that
 * (`isolatedModules`), and it takes a fraction of the time of a full compilation.
 */
export class ImportedFiles {
  readonly #compiled = new Map<string, string>();

  /** @param imports the files that a file imports */
  constructor(
    readonly typescript: typeof ts,
    readonly imports: (file: string) => readonly string[],
    readonly cache: CompileCache,
  ) {}

  /** The files that `from` imports, directly or through others; packages left out. */
  reachable(program: ts.Program, from: string): ts.SourceFile[] {
    const found = new Set([from]);
    const files: ts.SourceFile[] = [];
    // A set also visits what is added on the way.
    for (const name of found) {
      for (const imported of this.imports(name)) {
        const file = program.getSourceFile(imported);
        if (!file || found.has(imported) || !isSource(file)) continue;
        found.add(imported);
        files.push(file);
      }
    }
    return files;
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
    const js = outputText.replace(/\/\/# sourceMappingURL=.*\s*$/, '');
    return { js, maps: [sourceMapText ?? ''] };
  }
}

function isSource({ fileName, isDeclarationFile }: ts.SourceFile): boolean {
  return !isDeclarationFile && !fileName.includes('/node_modules/') && /\.[jt]s$/.test(fileName);
}
