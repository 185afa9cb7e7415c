import type ts from 'typescript';

/** TypeScript's code for a cell of thousands of statements, of which it checks only the beginning; it runs all the same. */
const tooLarge = 2563;

/** Checks the types of cells and of what they import, as far as that can have errors. */
export class CheckedFiles {
  readonly #clean = new Set<ts.SourceFile>();

  /**
   * @param imported the files that a cell imports
   * @param isTrusted whether a file has been checked elsewhere: the library by `npm test`, until it is edited
   */
  constructor(
    readonly typescript: typeof ts,
    readonly imported: (program: ts.Program, file: string) => readonly ts.SourceFile[],
    readonly isTrusted: (file: string) => boolean,
  ) {}

  /** Forgets what was found: after an edit, an unchanged file may have errors as well. */
  forget(): void {
    this.#clean.clear();
  }

  /** The errors in a cell and in the files that it imports. */
  readonly diagnose = (program: ts.Program, [cell]: readonly ts.SourceFile[]): readonly ts.Diagnostic[] => {
    const diagnostics = [...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics()];
    for (const file of [cell, ...this.imported(program, cell.fileName)]) {
      if (this.#clean.has(file) || this.isTrusted(file.fileName)) continue;
      const found = this.#errors(program, file);
      if (found.length === 0 && file !== cell) this.#clean.add(file);
      diagnostics.push(...found);
    }
    const wrong = diagnostics.filter(({ code }) => code !== tooLarge);
    return this.typescript.sortAndDeduplicateDiagnostics(wrong.map(this.#inOnePiece));
  };

  /** The errors in a file, without those that only follow from others: types after syntax, declarations at last. */
  #errors(program: ts.Program, file: ts.SourceFile): readonly ts.Diagnostic[] {
    const syntax = program.getSyntacticDiagnostics(file);
    if (syntax.length > 0) return syntax;
    const types = program.getSemanticDiagnostics(file);
    return types.length > 0 ? types : program.getDeclarationDiagnostics(file);
  }

  /** The complaint with its reasons in one text: tslab would take them apart and lose the file's name. */
  readonly #inOnePiece = (diagnostic: ts.Diagnostic): ts.Diagnostic => ({
    ...diagnostic,
    messageText: this.typescript.flattenDiagnosticMessageText(diagnostic.messageText, '\n'),
  });
}
