import type ts from 'typescript';

/**
 * Whether code only computes with numbers, booleans, text and the elements of arrays, so that nothing in it throws or
 * runs anyone else's code, and ends at its end.
 */
export function cannotThrow(typescript: typeof ts, checker: ts.TypeChecker, code: ts.Node): boolean {
  const { SyntaxKind: Kind, TypeFlags } = typescript;
  const harmless = new Set([
    ...[Kind.Identifier, Kind.NumericLiteral, Kind.StringLiteral, Kind.TrueKeyword, Kind.FalseKeyword],
    ...[Kind.ParenthesizedExpression, Kind.ConditionalExpression, Kind.BinaryExpression, Kind.AsExpression],
    ...[Kind.PrefixUnaryExpression, Kind.PostfixUnaryExpression, Kind.NonNullExpression],
    ...[
      Kind.ForStatement,
      Kind.WhileStatement,
      Kind.DoStatement,
      Kind.IfStatement,
      Kind.Block,
      Kind.EmptyStatement,
    ],
    ...[Kind.ExpressionStatement, Kind.BreakStatement, Kind.ContinueStatement, Kind.LabeledStatement],
    ...[Kind.VariableStatement, Kind.VariableDeclarationList, Kind.VariableDeclaration],
  ]);
  const primitive = TypeFlags.NumberLike | TypeFlags.BooleanLike | TypeFlags.StringLike | TypeFlags.Undefined;

  function isPrimitive(node: ts.Node): boolean {
    const type = checker.getTypeAtLocation(node);
    const parts = type.isUnion() ? type.types : [type];
    return parts.every(({ flags }) => (flags & primitive) !== 0);
  }

  /** An array, with nothing else in place of it. */
  function isArray(node: ts.Node): boolean {
    const type = checker.getTypeAtLocation(node);
    return (
      !type.isUnion() &&
      (checker.isArrayType(type) || /^(Ui|I)nt\d+Array$|^Float\d+Array$/.test(type.symbol?.name))
    );
  }

  function isMath(node: ts.Node): boolean {
    return typescript.isPropertyAccessExpression(node) && node.expression.getText() === 'Math';
  }

  function safe(node: ts.Node): boolean {
    if (typescript.isTypeNode(node) || typescript.isToken(node)) {
      return !typescript.isIdentifier(node) || isPrimitive(node) || isLabel(node);
    }
    if (typescript.isCallExpression(node)) return isMath(node.expression) && node.arguments.every(safe);
    if (typescript.isPropertyAccessExpression(node))
      return (
        isMath(node) || (node.name.text === 'length' && isArray(node.expression) && isName(node.expression))
      );
    if (typescript.isElementAccessExpression(node))
      return isArray(node.expression) && isName(node.expression) && safe(node.argumentExpression);
    if (!harmless.has(node.kind)) return false;
    return typescript.forEachChild(node, (child) => (safe(child) ? undefined : true)) === undefined;
  }

  function isName(node: ts.Node): boolean {
    return typescript.isIdentifier(node);
  }

  /** A label of a statement in this code. */
  function isLabel(node: ts.Identifier): boolean {
    const { parent } = node;
    if (typescript.isLabeledStatement(parent)) return true;
    if (!typescript.isBreakOrContinueStatement(parent)) return false;
    let place: ts.Node = parent;
    while (!typescript.isLabeledStatement(place) || place.label.text !== node.text) {
      if (place === code) return false;
      place = place.parent;
    }
    return true;
  }

  return safe(code);
}
