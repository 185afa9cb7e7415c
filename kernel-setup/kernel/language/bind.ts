import type ts from 'typescript';

/** Exported by TypeScript, but without a type. */
type Binder = { bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void };

/** Finds the names that a file declares, with TypeScript's own binder, before anything is checked. */
export function bind(typescript: typeof ts, file: ts.SourceFile, options: ts.CompilerOptions = {}): void {
  (typescript as unknown as Binder).bindSourceFile(file, options);
}
