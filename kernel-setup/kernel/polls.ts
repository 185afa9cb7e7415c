import type ts from 'typescript';
import { cellPatienceSlot, levelSlot, libraryPatienceSlot, runSlot } from './interrupt-flag';

/** The names by which compiled code reaches the interrupt; see main/interruptible.ts for what they do. */
export const flagName = '__interrupt';
export const stopName = '__stop';
export const aliveName = '__alive';
export const runName = '__run';
export const thrownName = '__thrown';

/** Where a loop notes at each turn what it keeps in variables of its own: language/kept-variables.ts. */
export const keepName = '__keep';
export const keptName = '__kept';
export const numbersName = '__numbers';
export const mostNumbers = 16;

/** Whose loops these are: a cell's stop at once, the library's only when the cell did not answer. */
export type Owner = 'cell' | 'library';

/** What tfjs calls of the library in the middle of its books: it ends by itself, and is not to be stopped there. */
export const withinTensorWork = /[\\/]lib[\\/](backend|compile)[\\/][\w-]+\.ts$/;

/**
 * Makes loops and awaits stoppable: each turn of a loop looks at the shared flag, each `await` asks whether its run
 * was stopped meanwhile. What is thrown passes by, so that the line of what is no error is known.
 */
export function polls(typescript: typeof ts, owner: Owner): ts.TransformerFactory<ts.SourceFile> {
  const { factory } = typescript;
  const patience = owner === 'cell' ? cellPatienceSlot : libraryPatienceSlot;
  const name = (text: string) => factory.createIdentifier(text);
  const call = (text: string, ...args: ts.Expression[]) =>
    factory.createCallExpression(name(text), undefined, args);
  const flag = (slot: number) => factory.createElementAccessExpression(name(flagName), slot);

  // if (__interrupt[0] > __interrupt[2]) throw __stop;
  // Never goes on behind the statement, for V8 makes loops slower that have such a second way through.
  const poll = () =>
    factory.createIfStatement(
      factory.createGreaterThan(flag(levelSlot), flag(patience)),
      factory.createThrowStatement(name(stopName)),
    );
  // __alive(2, __run, value)
  const alive = (...value: ts.Expression[]) =>
    call(aliveName, factory.createNumericLiteral(patience), name(runName), ...value);
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
    const statements = typescript.isBlock(statement) ? [...statement.statements] : [statement];
    const work = statements.findIndex((each) => !isNote(each));
    const notes = statements.splice(0, work < 0 ? statements.length : work);
    return factory.createBlock([...notes, ...first, ...statements], true);
  }

  /** `__numbers[0] = x;` or `__kept.word = word;` */
  function isNote(statement: ts.Statement): boolean {
    if (!typescript.isExpressionStatement(statement)) return false;
    const { expression } = statement;
    if (!typescript.isBinaryExpression(expression)) return false;
    const { left } = expression;
    if (!typescript.isPropertyAccessExpression(left) && !typescript.isElementAccessExpression(left))
      return false;
    const { expression: place } = left;
    return typescript.isIdentifier(place) && (place.text === keptName || place.text === numbersName);
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
    const visit = (node: ts.Node): ts.Node => {
      const visited = typescript.visitEachChild(node, visit, context);
      if (typescript.isAwaitExpression(visited)) return alive(visited);
      if (typescript.isThrowStatement(visited))
        return factory.updateThrowStatement(visited, call(thrownName, visited.expression));
      const [body, stoppable] = bodies(visited) ?? [];
      if (!body) return visited;
      return typescript.visitEachChild(visited, (part) => (part === body ? stoppable : part), context);
    };
    return (file) =>
      withinTensorWork.test(file.fileName) ? file : (typescript.visitNode(file, visit) as ts.SourceFile);
  };
}
