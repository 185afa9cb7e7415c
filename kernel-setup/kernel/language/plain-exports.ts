import type ts from 'typescript';

/**
 * Writes what TypeScript exports as assignments to `exports`.
 *
 * TypeScript defines imports by getters, which could not be defined anew by a later cell, and clears all names of a
 * cell as it begins: here a cell that fails half-way leaves what it did not reach as it was.
 */
export function plainExports(typescript: typeof ts): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  /** `Object.defineProperty(exports, name, …)` as its name and what follows. */
  function defined(node: ts.Node): { name: string; descriptor: ts.Expression } | undefined {
    if (!typescript.isExpressionStatement(node) || !typescript.isCallExpression(node.expression))
      return undefined;
    const { expression: callee, arguments: args } = node.expression;
    const [target, name, descriptor] = args;
    const isDefinition =
      typescript.isPropertyAccessExpression(callee) &&
      callee.name.text === 'defineProperty' &&
      isExports(target) &&
      typescript.isStringLiteral(name);
    // What the reader wrote has a place in the cell.
    return isDefinition && node.expression.pos < 0 ? { name: name.text, descriptor } : undefined;
  }

  /** What the getter of a descriptor returns. */
  function returned(descriptor: ts.Expression): ts.Expression | undefined {
    const properties = typescript.isObjectLiteralExpression(descriptor) ? descriptor.properties : [];
    const getter = properties.find(
      ({ name }) => name && typescript.isIdentifier(name) && name.text === 'get',
    );
    if (!getter || !typescript.isPropertyAssignment(getter)) return undefined;
    const body = typescript.isFunctionExpression(getter.initializer)
      ? getter.initializer.body.statements
      : [];
    const [statement] = body;
    return statement && typescript.isReturnStatement(statement) ? statement.expression : undefined;
  }

  /** `exports.a = exports.b = void 0`, which TypeScript puts at the start. */
  function clears(node: ts.Node): boolean {
    if (!typescript.isExpressionStatement(node) || node.pos >= 0) return false;
    let { expression } = node;
    while (typescript.isBinaryExpression(expression) && isProperty(expression.left))
      expression = expression.right;
    return expression !== node.expression && typescript.isVoidExpression(expression);
  }

  function isProperty(node: ts.Expression): boolean {
    return typescript.isPropertyAccessExpression(node) && isExports(node.expression);
  }

  function isExports(node: ts.Expression): boolean {
    return typescript.isIdentifier(node) && node.text === 'exports';
  }

  function plain(node: ts.Statement): ts.Statement[] {
    if (clears(node)) return [];
    const definition = defined(node);
    if (!definition) return [node];
    const value = returned(definition.descriptor);
    // The rest is the mark `__esModule`, which cells don't need.
    if (!value) return [];
    const target = factory.createPropertyAccessExpression(
      factory.createIdentifier('exports'),
      definition.name,
    );
    return [factory.createExpressionStatement(factory.createAssignment(target, value))];
  }

  return () => (file) => factory.updateSourceFile(file, file.statements.flatMap(plain));
}
