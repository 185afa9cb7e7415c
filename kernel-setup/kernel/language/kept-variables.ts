import type ts from 'typescript';
import { keepName, keptName, numbersName } from '../polls';

/** The names of variables of its own that a loop changes. */
interface Assigned {
  readonly numbers: readonly string[];
  readonly others: readonly string[];
}

/**
 * A loop that notes its variables at each turn, and tells the kernel where: it gives them back where the loop is
 * stopped. `try … finally` would do the same, but V8 makes such loops five times slower. Numbers have an array, one for
 * all loops, for V8 reaches it by its address.
 */
export function notedLoop(
  typescript: typeof ts,
  context: ts.TransformationContext,
  loop: ts.Statement,
  { numbers, others }: Assigned,
): ts.Statement[] {
  const { factory } = typescript;
  const [kept, array] = [factory.createIdentifier(keptName), factory.createIdentifier(numbersName)];
  const properties = others.map((name) => factory.createShorthandPropertyAssignment(name));
  const object = factory.createObjectLiteralExpression(properties);
  const names = numbers.map((name) => factory.createStringLiteral(name));

  const notes = (): ts.Statement[] =>
    [
      ...numbers.map((name, index) => [factory.createElementAccessExpression(array, index), name] as const),
      ...others.map((name) => [factory.createPropertyAccessExpression(kept, name), name] as const),
    ].map(([place, name]) =>
      factory.createExpressionStatement(factory.createAssignment(place, factory.createIdentifier(name))),
    );
  // Also at each turn of the loops within.
  const noting = <Node extends ts.Node>(node: Node): Node => {
    const visited = typescript.visitEachChild(node, noting, context);
    if (!typescript.isIterationStatement(visited, false)) return visited;
    const { statement } = visited as ts.IterationStatement;
    const body = factory.createBlock([...notes(), statement], true);
    return typescript.visitEachChild(visited, (part) => (part === statement ? body : part), context);
  };

  return [
    factory.createVariableStatement(
      undefined,
      factory.createVariableDeclarationList(
        [factory.createVariableDeclaration(keptName, undefined, undefined, object)],
        typescript.NodeFlags.Const,
      ),
    ),
    keep(typescript, factory.createIdentifier('exports'), kept, factory.createArrayLiteralExpression(names)),
    noting(loop),
  ];
}

/** Tells the kernel that the loop has ended, and its variables were given back. */
export function endOfNotes(typescript: typeof ts): ts.Statement {
  return keep(typescript);
}

function keep({ factory }: typeof ts, ...args: ts.Expression[]): ts.Statement {
  const name = factory.createIdentifier(keepName);
  return factory.createExpressionStatement(factory.createCallExpression(name, undefined, args));
}
