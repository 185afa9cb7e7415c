import { isBuiltin } from 'node:module';
import path from 'node:path';
import type ts from 'typescript';

/** What TypeScript takes for an import that leads nowhere; its type leaves the field for those places out. */
const unresolved = {
  resolvedModule: undefined,
  failedLookupLocations: [],
} as ts.ResolvedModuleWithFailedLookupLocations;

/**
 * Finds what an import in a cell or a library file means.
 *
 * Packages are those of the clone wherever the notebook lies; relative imports of a cell start at the notebook's
 * folder. An import that was not found is looked up again for the next cell, as the file may have been written since.
 */
export class ModuleResolution {
  readonly #failed = new Set<string>();
  readonly #imports = new Map<string, Map<string, string>>();
  #cache: ts.ModuleResolutionCache;

  /**
   * @param base the folder in which tslab believes its cells to lie
   * @param isUnseen whether an import need not be followed; its types are then any
   */
  constructor(
    readonly typescript: typeof ts,
    readonly options: ts.CompilerOptions,
    readonly host: ts.ModuleResolutionHost,
    readonly base: string,
    readonly root: string,
    readonly folder: string,
    readonly isUnseen: (name: string, file: string) => boolean,
  ) {
    this.#cache = this.#freshCache();
  }

  /** Whether an import of this file was not found the last time. */
  readonly hasFailed = (file: string): boolean => this.#failed.has(file);

  /** The file that an import in `file` was found to mean. */
  found(name: string, file: string): string | undefined {
    return this.#imports.get(file)?.get(name);
  }

  /** Forgets what was not found; whether there was anything. */
  refresh(): boolean {
    if (this.#failed.size === 0) return false;
    this.#cache = this.#freshCache();
    return true;
  }

  readonly resolve = (
    literals: readonly ts.StringLiteralLike[],
    file: string,
  ): ts.ResolvedModuleWithFailedLookupLocations[] => {
    const found = literals.map(({ text }) => this.#find(text, file));
    if (file.includes('/node_modules/')) return found;
    // For a file that stays, the compiler asks only for the imports that it does not know yet.
    const imports = this.#imports.get(file) ?? new Map<string, string>();
    this.#imports.set(file, imports);
    for (const [index, { resolvedModule }] of found.entries())
      if (resolvedModule) imports.set(literals[index].text, resolvedModule.resolvedFileName);
    // Node's own modules are no files; their types are declared all the same.
    const missing = found.some(
      ({ resolvedModule }, index) =>
        !resolvedModule && !isBuiltin(literals[index].text) && !this.isUnseen(literals[index].text, file),
    );
    if (missing) this.#failed.add(file);
    else this.#failed.delete(file);
    return found;
  };

  #find(name: string, file: string): ts.ResolvedModuleWithFailedLookupLocations {
    if (this.isUnseen(name, file)) return unresolved;
    // A cell's declarations, written by the compiler, may also be relative to where tslab believes them to be.
    if (path.dirname(file) !== this.base) return this.#lookUp(name, file);
    const folders = name.startsWith('.') ? [this.folder, this.base] : [this.root];
    const attempts = folders.map((folder) => this.#lookUp(name, path.posix.join(folder, 'cell.ts')));
    return attempts.find(({ resolvedModule }) => resolvedModule) ?? attempts[0];
  }

  #lookUp(name: string, file: string): ts.ResolvedModuleWithFailedLookupLocations {
    return this.typescript.resolveModuleName(name, file, this.options, this.host, this.#cache);
  }

  #freshCache(): ts.ModuleResolutionCache {
    return this.typescript.createModuleResolutionCache(this.base, (name) => name, this.options);
  }
}
