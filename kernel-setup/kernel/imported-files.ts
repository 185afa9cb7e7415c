import type ts from 'typescript';
import { polls } from './polls';
import type { CompiledModule } from './threads';

/**
 * Compiles the TypeScript files that cells import, each by itself: the library is written for that
 * (`isolatedModules`), and it takes a fraction of the time of a full compilation.
 */
export class ImportedFiles {
  readonly #compiled = new Map<string, ts.SourceFile>();

  /** @param imports the files that a file imports */
  constructor(
    readonly typescript: typeof ts,
    readonly imports: (file: string) => readonly string[],
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
    const changed = files.filter((file) => this.#compiled.get(file.fileName) !== file);
    return changed.map((file) => {
      this.#compiled.set(file.fileName, file);
      return this.#compile(file);
    });
  }

  #compile({ fileName, text }: ts.SourceFile): CompiledModule {
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
    return { file: fileName, js, maps: [sourceMapText ?? ''] };
  }
}

function isSource({ fileName, isDeclarationFile }: ts.SourceFile): boolean {
  return !isDeclarationFile && !fileName.includes('/node_modules/') && /\.[jt]s$/.test(fileName);
}
