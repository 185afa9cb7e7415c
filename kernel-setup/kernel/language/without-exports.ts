import type ts from 'typescript';

/**
 * The cell without `export`, with every other character in its place: what a cell declares, later cells see anyway,
 * and tslab exports it itself. `export … from` becomes an import.
 */
export function withoutExports(typescript: typeof ts, code: string): string {
  if (!code.includes('export')) return code;
  const file = typescript.createSourceFile('cell.ts', code, typescript.ScriptTarget.Latest, true);
  const { ExportKeyword, DefaultKeyword } = typescript.SyntaxKind;

  /** The pieces of a statement that go, and what takes their place. */
  function pieces(statement: ts.Statement): [from: number, to: number, instead: string][] {
    const start = statement.getStart(file);
    if (typescript.isExportDeclaration(statement)) {
      const { moduleSpecifier, exportClause } = statement;
      if (moduleSpecifier) return exportClause ? [[start, start + 'export'.length, 'import']] : [];
      const renames = (exportClause as ts.NamedExports).elements.some(({ propertyName }) => propertyName);
      return renames ? [] : [[start, statement.end, '']];
    }
    if (typescript.isExportAssignment(statement))
      return statement.isExportEquals ? [] : [[start, statement.expression.getStart(file), '']];
    // `export default function () {}` is no statement without its first words.
    if (!typescript.canHaveModifiers(statement) || isNameless(typescript, statement)) return [];
    return (statement.modifiers ?? [])
      .filter(({ kind }) => kind === ExportKeyword || kind === DefaultKeyword)
      .map((modifier) => [modifier.getStart(file), modifier.end, '']);
  }

  let text = code;
  for (const [from, to, instead] of file.statements.flatMap(pieces)) {
    const blank = code.slice(from + instead.length, to).replace(/[^\r\n]/g, ' ');
    text = text.slice(0, from) + instead + blank + text.slice(to);
  }
  return text;
}

function isNameless(typescript: typeof ts, statement: ts.Statement): boolean {
  const named = typescript.isFunctionDeclaration(statement) || typescript.isClassDeclaration(statement);
  return named && !statement.name;
}
