import type ts from 'typescript';

/** A declaration in a file: its lines from 1, both ends included, without and with its documentation. */
export interface Declaration {
  readonly documentedFrom: number;
  readonly from: number;
  readonly to: number;
}

/** Where `source` exports `name`, overloads together; with `member`, where that class, interface or object declares it. */
export function findDeclaration(source: string, name: string, member?: string): Declaration | undefined {
  const file = parse(source);
  const found = exportsOf(file).filter((declared) => declared.names.includes(name));
  if (found.length === 0) return undefined;
  const nodes = found.map(({ node }) => node);
  if (member === undefined) return extent(file, nodes);
  const members = nodes.flatMap(membersOf).filter((node) => nameOf(node, file) === member);
  return members.length > 0 ? extent(file, members) : undefined;
}

/** The names that `source` exports in place; with `name`, the members of that class or interface. */
export function declaredNames(source: string, name?: string): string[] {
  const file = parse(source);
  const found = exportsOf(file);
  if (name === undefined) return [...new Set(found.flatMap(({ names }) => names))];
  const members = found.filter(({ names }) => names.includes(name)).flatMap(({ node }) => membersOf(node));
  return [...new Set(members.map((node) => nameOf(node, file)))];
}

type Member = ts.ClassElement | ts.TypeElement | ts.ObjectLiteralElementLike;

function load(): typeof ts {
  return require('typescript') as typeof ts;
}

function parse(source: string): ts.SourceFile {
  const { createSourceFile, ScriptTarget } = load();
  return createSourceFile('source.ts', source, ScriptTarget.Latest, true);
}

function exportsOf(file: ts.SourceFile): { node: ts.Statement; names: string[] }[] {
  const { isVariableStatement, SyntaxKind, canHaveModifiers, getModifiers } = load();
  return file.statements.flatMap((node) => {
    const modifiers = canHaveModifiers(node) ? getModifiers(node) : undefined;
    if (!modifiers?.some(({ kind }) => kind === SyntaxKind.ExportKeyword)) return [];
    const named: readonly { name?: ts.Node }[] = isVariableStatement(node)
      ? node.declarationList.declarations
      : [node as ts.DeclarationStatement];
    return [{ node, names: named.flatMap(({ name }) => name?.getText(file) ?? []) }];
  });
}

function membersOf(node: ts.Statement): Member[] {
  const { isClassDeclaration, isInterfaceDeclaration, isObjectLiteralExpression, isVariableStatement } =
    load();
  if (isVariableStatement(node))
    return node.declarationList.declarations.flatMap(({ initializer }) =>
      initializer && isObjectLiteralExpression(initializer) ? [...initializer.properties] : [],
    );
  return isClassDeclaration(node) || isInterfaceDeclaration(node) ? [...node.members] : [];
}

function nameOf(node: Member, file: ts.SourceFile): string {
  return node.name?.getText(file) ?? 'constructor';
}

function extent(file: ts.SourceFile, nodes: readonly ts.Node[]): Declaration {
  const line = (position: number) => file.getLineAndCharacterOfPosition(position).line + 1;
  return {
    documentedFrom: line(nodes[0].getStart(file, true)),
    from: line(nodes[0].getStart(file)),
    to: line(nodes[nodes.length - 1].getEnd()),
  };
}
