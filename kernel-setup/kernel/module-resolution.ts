import path from 'node:path';
import type ts from 'typescript';

/**
 * Finds what an import in a cell or a library file means.
 *
 * Packages are those of the clone wherever the notebook lies; relative imports of a cell start at the notebook's
 * folder. An import that was not found is looked up again for the next cell, as the file may have been written since.
 */
export class ModuleResolution {
  readonly #failed = new Set<string>();
  readonly #imports = new Map<string, readonly string[]>();
  #cache: ts.ModuleResolutionCache;

  /** @param base the folder in which tslab believes its cells to lie. */
  constructor(
    readonly typescript: typeof ts,
    readonly options: ts.CompilerOptions,
    readonly host: ts.ModuleResolutionHost,
    readonly base: string,
    readonly root: string,
    readonly folder: string,
  ) {
    this.#cache = this.#freshCache();
  }

  /** Whether an import of this file was not found the last time. */
  readonly hasFailed = (file: string): boolean => this.#failed.has(file);

  /** The files that a file imports. */
  imports(file: string): readonly string[] {
    return this.#imports.get(file) ?? [];
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
    this.#imports.set(
      file,
      found.flatMap(({ resolvedModule }) => resolvedModule?.resolvedFileName ?? []),
    );
    if (found.some(({ resolvedModule }) => !resolvedModule)) this.#failed.add(file);
    else this.#failed.delete(file);
    return found;
  };

  #find(name: string, file: string): ts.ResolvedModuleWithFailedLookupLocations {
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
