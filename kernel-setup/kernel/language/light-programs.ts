import path from 'node:path';
import type ts from 'typescript';
import { bind } from './bind';
import { CellVariables } from './cell-variables';
import { lightFiles } from './light-files';
import { LoopAnalysis } from './loop-analysis';
import { propertyNames } from './property-names';
import { sharedVariables } from './shared-variables';

/** The file in which tslab keeps what earlier cells declared, beside the cell. */
const earlierFile = '__prev__.d.ts';

/**
 * Makes programs without TypeScript's bookkeeping of what depends on what, which asks every declaration file of
 * every package again for each cell; and without the bodies of functions that are only called.
 *
 * What it emits keeps the variables that cells share in one place.
 *
 * @param cell the path of the cell, whose names tslab reads before anything is checked
 * @param isOnlyCalled whether a file is neither checked nor emitted by these programs
 * @param created is told each program
 */
export function lightPrograms(
  typescript: typeof ts,
  cell: string,
  isOnlyCalled: (file: string) => boolean,
  created: (program: ts.Program) => void,
): ts.CreateProgram<ts.BuilderProgram> {
  const loops = new LoopAnalysis(typescript);
  const light = lightFiles(typescript, isOnlyCalled);
  return (roots, options = {}, host, old, diagnostics, references) => {
    if (host) light(host);
    const builder = typescript.createAbstractBuilder(roots, options, host, old, diagnostics, references);
    const program = builder.getProgram();
    created(program);
    const source = program.getSourceFile(cell);
    if (source) bind(typescript, source, options);
    const earlier = path.posix.join(path.dirname(cell), earlierFile);
    return Object.assign(builder, {
      emit(
        file?: ts.SourceFile,
        write?: ts.WriteFileCallback,
        token?: ts.CancellationToken,
        onlyDeclarations?: boolean,
        custom: ts.CustomTransformers = {},
      ): ts.EmitResult {
        const after = [propertyNames(typescript), ...(custom.after ?? [])];
        if (file?.fileName === cell) {
          const declared = program.getSourceFile(earlier);
          const variables = new CellVariables(typescript, program.getTypeChecker(), file, declared);
          after.unshift(sharedVariables(typescript, variables, loops));
        }
        return program.emit(file, write, token, onlyDeclarations, { ...custom, after });
      },
      // Imported files are compiled by themselves: see imported-files.ts.
      getAllDependencies: ({ fileName }: ts.SourceFile) => [fileName],
    });
  };
}
