import type ts from 'typescript';
import { calm, cellsStop } from './interrupt-flag';

/** The names by which compiled code reaches the interrupt; see interruptible.ts for what they do. */
export const flagName = '__interrupt';
export const stopName = '__stop';
export const aliveName = '__alive';
export const runName = '__run';

/** Whose loops these are: a cell's stop at once, the library's only when the cell did not answer. */
export type Owner = 'cell' | 'library';

/**
 * Makes loops and awaits stoppable: each turn of a loop looks at the shared flag, each `await` asks whether its run
 * was stopped meanwhile.
 */
export function polls(typescript: typeof ts, owner: Owner): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;
  const patience = factory.createNumericLiteral(owner === 'cell' ? calm : cellsStop);
  const name = (text: string) => factory.createIdentifier(text);
  const call = (text: string, ...args: ts.Expression[]) =>
    factory.createCallExpression(name(text), undefined, args);
  const flag = (slot: number) => factory.createElementAccessExpression(name(flagName), slot);

  // __interrupt[0] > patience && __stop();
  const poll = () =>
    factory.createExpressionStatement(
      factory.createLogicalAnd(factory.createGreaterThan(flag(0), patience), call(stopName)),
    );
  // __alive(patience, __run, value)
  const alive = (...value: ts.Expression[]) => call(aliveName, patience, name(runName), ...value);
  // const __run = __interrupt[1];
  const remember = () =>
    factory.createVariableStatement(
      undefined,
      factory.createVariableDeclarationList(
        [factory.createVariableDeclaration(runName, undefined, undefined, flag(1))],
        typescript.NodeFlags.Const,
      ),
    );

  function loopBody(node: ts.IterationStatement): ts.Block {
    const awaits = typescript.isForOfStatement(node) && node.awaitModifier;
    const first = awaits ? [poll(), factory.createExpressionStatement(alive())] : [poll()];
    const { statement } = node;
    return factory.createBlock(
      [...first, ...(typescript.isBlock(statement) ? statement.statements : [statement])],
      true,
    );
  }

  function asyncBody(body: ts.ConciseBody): ts.Block {
    const statements = typescript.isBlock(body) ? body.statements : [factory.createReturnStatement(body)];
    return factory.createBlock([remember(), ...statements], true);
  }

  function isAsync(node: ts.Node): boolean {
    if (!typescript.canHaveModifiers(node)) return false;
    return node.modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.AsyncKeyword) ?? false;
  }

  /** The body of a loop or an async function, and the one that takes its place. */
  function bodies(node: ts.Node): [ts.Node, ts.Block] | undefined {
    if (typescript.isIterationStatement(node, false)) return [node.statement, loopBody(node)];
    const isFunction =
      typescript.isArrowFunction(node) ||
      typescript.isFunctionDeclaration(node) ||
      typescript.isFunctionExpression(node) ||
      typescript.isMethodDeclaration(node);
    return isFunction && node.body && isAsync(node) ? [node.body, asyncBody(node.body)] : undefined;
  }

  return (context) => {
    const visit = (node: ts.Node): ts.Node => {
      const visited = typescript.visitEachChild(node, visit, context);
      if (typescript.isAwaitExpression(visited)) return alive(visited);
      const [body, stoppable] = bodies(visited) ?? [];
      if (!body) return visited;
      return typescript.visitEachChild(visited, (part) => (part === body ? stoppable : part), context);
    };
    return (file) => typescript.visitNode(file, visit) as ts.SourceFile;
  };
}
