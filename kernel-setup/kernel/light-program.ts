import type ts from 'typescript';

/** TypeScript's own binder: it finds the names that a file declares. It is exported, but has no type. */
type Binder = { bindSourceFile(file: ts.SourceFile, options: ts.CompilerOptions): void };

/**
 * Makes programs without TypeScript's bookkeeping of what depends on what, which asks every declaration file of
 * every package again for each cell; tslab only needs the files that a cell imports.
 *
 * @param imports the files that a file imports
 * @param cell the path of the cell, whose names tslab reads before anything is checked
 */
export function lightPrograms(
  typescript: typeof ts,
  imports: (file: string) => readonly string[],
  cell: string,
): ts.CreateProgram<ts.BuilderProgram> {
  return (roots, options = {}, host, old, diagnostics, references) => {
    const builder = typescript.createAbstractBuilder(roots, options, host, old, diagnostics, references);
    const program = builder.getProgram();
    const source = program.getSourceFile(cell);
    if (source) (typescript as unknown as Binder).bindSourceFile(source, options);
    return Object.assign(builder, {
      getAllDependencies(from: ts.SourceFile): string[] {
        const found = new Set([from.fileName]);
        // A set also visits what is added on the way.
        for (const file of found) {
          for (const imported of imports(file)) if (program.getSourceFile(imported)) found.add(imported);
        }
        return [...found];
      },
    });
  };
}
