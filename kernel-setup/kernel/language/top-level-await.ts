import type ts from 'typescript';

/**
 * Whether a cell waits outside any function, by `await` or `for await`, and so must run in an async function.
 *
 * tslab's converter notices only `await`.
 */
export function topLevelAwait(typescript: typeof ts, code: string): boolean {
  const file = typescript.createSourceFile('cell.ts', code, typescript.ScriptTarget.Latest, true);
  const waits = (node: ts.Node): boolean => {
    if (typescript.isFunctionLike(node) || typescript.isClassStaticBlockDeclaration(node)) return false;
    if (typescript.isAwaitExpression(node)) return true;
    if (typescript.isForOfStatement(node) && node.awaitModifier) return true;
    return typescript.forEachChild(node, (child) => waits(child) || undefined) ?? false;
  };
  return waits(file);
}
