import type ts from 'typescript';

/**
 * Writes the property names of destructuring, `row` in `const { row: r } = rows[0]`, as names without a declaration.
 *
 * Where an earlier cell declared the type, tslab finds the property's declaration there, takes it for a variable of
 * that cell, and makes a pattern of it that doesn't compile.
 */
export function propertyNames(typescript: typeof ts): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;
  return (context) => {
    const visit = (node: ts.Node): ts.Node => {
      const visited = typescript.visitEachChild(node, visit, context);
      if (
        typescript.isBindingElement(visited) &&
        visited.propertyName &&
        typescript.isIdentifier(visited.propertyName)
      ) {
        const { dotDotDotToken, propertyName, name, initializer } = visited;
        return factory.createBindingElement(dotDotDotToken, propertyName.text, name, initializer);
      }
      if (typescript.isPropertyAssignment(visited) && typescript.isIdentifier(visited.name))
        return factory.createPropertyAssignment(visited.name.text, visited.initializer);
      return visited;
    };
    return (file) => typescript.visitNode(file, visit) as ts.SourceFile;
  };
}
