import type ts from 'typescript';

/** Remembers which library files have no errors, so that they are not checked again for every cell. */
export class CheckedFiles {
  #clean = new WeakSet<ts.SourceFile>();

  constructor(readonly typescript: typeof ts) {}

  /** Forgets everything: after an edit, an unchanged file may have errors as well. */
  forget(): void {
    this.#clean = new WeakSet();
  }

  /** The errors in these files and in the options. */
  readonly diagnose = (program: ts.Program, files: readonly ts.SourceFile[]): readonly ts.Diagnostic[] => {
    const diagnostics = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
    for (const file of files) {
      if (this.#clean.has(file)) continue;
      const found = [
        ...program.getSyntacticDiagnostics(file),
        ...program.getSemanticDiagnostics(file),
        ...program.getDeclarationDiagnostics(file),
      ];
      if (found.length === 0) this.#clean.add(file);
      diagnostics.push(...found);
    }
    return this.typescript.sortAndDeduplicateDiagnostics(diagnostics.map(this.#inOnePiece));
  };

  /** The complaint with its reasons in one text: tslab would take them apart and lose the file's name. */
  readonly #inOnePiece = (diagnostic: ts.Diagnostic): ts.Diagnostic => ({
    ...diagnostic,
    messageText: this.typescript.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
  });
}
