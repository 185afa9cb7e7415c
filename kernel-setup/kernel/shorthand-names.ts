import type ts from 'typescript';

/**
 * Writes `{ rate }` as `{ rate: exports.rate }` where an earlier cell defined `rate`; tslab, which does the same for
 * every other use of such a name, leaves this one out.
 *
 * @param isEarlier whether a file holds the declarations of earlier cells
 */
export function shorthandNames(
  typescript: typeof ts,
  checker: ts.TypeChecker,
  isEarlier: (file: ts.SourceFile) => boolean,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;

  function written(node: ts.Node): ts.ShorthandPropertyAssignment | undefined {
    const original = typescript.getOriginalNode(node);
    return typescript.isShorthandPropertyAssignment(original) ? original : undefined;
  }

  function isFromEarlier(node: ts.ShorthandPropertyAssignment): boolean {
    const symbol = checker.getShorthandAssignmentValueSymbol(written(node));
    return symbol?.declarations?.some((declaration) => isEarlier(declaration.getSourceFile())) ?? false;
  }

  return (context) => {
    const visit = (node: ts.Node): ts.Node => {
      const visited = typescript.visitEachChild(node, visit, context);
      if (!typescript.isShorthandPropertyAssignment(visited) || !isFromEarlier(visited)) return visited;
      const { text } = visited.name;
      const value = factory.createPropertyAccessExpression(factory.createIdentifier('exports'), text);
      // `({ rate = 1 } = options)` has a value in case there is none.
      const { objectAssignmentInitializer: otherwise } = visited;
      const target = otherwise ? factory.createAssignment(value, otherwise) : value;
      return factory.createPropertyAssignment(factory.createIdentifier(text), target);
    };
    return (file) => typescript.visitNode(file, visit) as ts.SourceFile;
  };
}
