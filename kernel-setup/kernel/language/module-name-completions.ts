import type ts from 'typescript';

/** TypeScript's completions as tslab calls them; they have no type. */
type Complete = (
  host: object,
  program: ts.Program,
  ...rest: readonly unknown[]
) => ts.CompletionInfo | undefined;

/**
 * TypeScript's completions with what those inside `from '…'` ask for; tslab gives them nothing, and they would throw.
 *
 * They offer the library and Node's modules. The disk is left out: TypeScript would look in the folder in which tslab
 * believes its cells to lie, not in the notebook's.
 */
export function moduleNameCompletions(typescript: typeof ts, base: string): object {
  const original = (typescript as unknown as { Completions: { getCompletionsAtPositionForTslab: Complete } })
    .Completions;
  const emptyDisk = {
    fileExists: () => false,
    readFile: () => undefined,
    readDirectory: () => [],
    directoryExists: () => false,
    getDirectories: () => [],
    getCurrentDirectory: () => base,
  };
  const complete: Complete = (_host, program, ...rest) => {
    const host = { ...emptyDisk, getCompilationSettings: () => program.getCompilerOptions() };
    return original.getCompletionsAtPositionForTslab(host, program, ...rest);
  };
  return Object.create(original, { getCompletionsAtPositionForTslab: { value: complete } });
}
