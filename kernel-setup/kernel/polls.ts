import type ts from 'typescript';
import { calm, cellsStop, levelSlot, runSlot } from './interrupt-flag';

/** The names by which compiled code reaches the interrupt; see main/interruptible.ts for what they do. */
export const flagName = '__interrupt';
export const stopName = '__stop';
export const aliveName = '__alive';
export const runName = '__run';
export const thrownName = '__thrown';

/** The label of a loop that is left, not stopped, as what follows puts its variables back first: language/shared-variables.ts. */
export const keptLabel = '__kept';

/** Whose loops these are: a cell's stop at once, the library's only when the cell did not answer. */
export type Owner = 'cell' | 'library';

/**
 * Makes loops and awaits stoppable: each turn of a loop looks at the shared flag, each `await` asks whether its run
 * was stopped meanwhile. What is thrown passes by, so that the line of what is no error is known.
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
      factory.createLogicalAnd(factory.createGreaterThan(flag(levelSlot), patience), call(stopName)),
    );
  // if (__interrupt[0] > patience) break __kept;
  const leave = () =>
    factory.createIfStatement(
      factory.createGreaterThan(flag(levelSlot), patience),
      factory.createBreakStatement(keptLabel),
    );
  // __alive(patience, __run, value)
  const alive = (...value: ts.Expression[]) => call(aliveName, patience, name(runName), ...value);
  // const __run = __interrupt[1];
  const remember = () =>
    factory.createVariableStatement(
      undefined,
      factory.createVariableDeclarationList(
        [factory.createVariableDeclaration(runName, undefined, undefined, flag(runSlot))],
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

  // Recursion is a loop as well, also by way of microtasks and timers.
  function functionBody(node: ts.Node, body: ts.ConciseBody): ts.Block {
    // In brackets, for a comment above the expression would end the statement after `return`.
    const value = typescript.isBlock(body) ? undefined : factory.createParenthesizedExpression(body);
    const statements = typescript.isBlock(body) ? body.statements : [factory.createReturnStatement(value)];
    return factory.createBlock([poll(), ...(isAsync(node) ? [remember()] : []), ...statements], true);
  }

  function isAsync(node: ts.Node): boolean {
    if (!typescript.canHaveModifiers(node)) return false;
    return node.modifiers?.some(({ kind }) => kind === typescript.SyntaxKind.AsyncKeyword) ?? false;
  }

  /** The body of a loop or a function, and the one that takes its place. */
  function bodies(node: ts.Node): [ts.Node, ts.Block] | undefined {
    if (typescript.isIterationStatement(node, false)) return [node.statement, loopBody(node)];
    const isFunction =
      typescript.isArrowFunction(node) ||
      typescript.isFunctionDeclaration(node) ||
      typescript.isFunctionExpression(node) ||
      typescript.isMethodDeclaration(node) ||
      typescript.isAccessor(node);
    return isFunction && node.body ? [node.body, functionBody(node, node.body)] : undefined;
  }

  return (context) => {
    const visitKept = (node: ts.Node): ts.Node => {
      const visited = typescript.visitEachChild(node, visitKept, context);
      if (!typescript.isIterationStatement(visited, false)) return visited;
      const body = factory.createBlock([leave(), visited.statement], true);
      return typescript.visitEachChild(
        visited,
        (part) => (part === visited.statement ? body : part),
        context,
      );
    };
    const visit = (node: ts.Node): ts.Node => {
      if (typescript.isLabeledStatement(node) && node.label.text === keptLabel) return visitKept(node);
      const visited = typescript.visitEachChild(node, visit, context);
      if (typescript.isAwaitExpression(visited)) return alive(visited);
      if (typescript.isThrowStatement(visited))
        return factory.updateThrowStatement(visited, call(thrownName, visited.expression));
      const [body, stoppable] = bodies(visited) ?? [];
      if (!body) return visited;
      return typescript.visitEachChild(visited, (part) => (part === body ? stoppable : part), context);
    };
    return (file) => typescript.visitNode(file, visit) as ts.SourceFile;
  };
}
