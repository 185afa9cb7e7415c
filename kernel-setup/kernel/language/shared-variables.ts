import type ts from 'typescript';
import { boundNames } from './bound-names';
import type { CellVariables } from './cell-variables';
import { endOfNotes, notedLoop } from './kept-variables';
import type { LoopAnalysis } from './loop-analysis';

/**
 * Makes the `let` and `var` at the top of a cell properties of `exports`, the one place where all cells keep them:
 * a function sees the latest value, whichever cell set it. tslab does the same for the names of earlier cells, except
 * where they are written short, `{ rate }`, which is done here.
 *
 * A loop at the top of a cell keeps what only it can change in variables of its own, for speed.
 */
export function sharedVariables(
  typescript: typeof ts,
  variables: CellVariables,
  loops: LoopAnalysis,
): ts.TransformerFactory<ts.SourceFile> {
  const { factory, NodeFlags } = typescript;
  const exported = (name: string) =>
    factory.createPropertyAccessExpression(factory.createIdentifier('exports'), name);
  const store = (name: string) =>
    factory.createExpressionStatement(
      factory.createAssignment(exported(name), factory.createIdentifier(name)),
    );
  const declare = (flags: ts.NodeFlags, declarations: readonly ts.VariableDeclaration[]) =>
    factory.createVariableStatement(undefined, factory.createVariableDeclarationList(declarations, flags));

  return (context) => {
    /** @param kept what the loop around keeps; undefined outside loops at the top, null in functions */
    function visitor(kept: ReadonlySet<string> | null | undefined) {
      /** What stands for a variable here; undefined where it may stay, or tslab takes care of it. */
      function instead(node: ts.Identifier): ts.Expression | undefined {
        const mention = variables.mention(node);
        if (!mention) return undefined;
        const { name, own } = mention;
        if (kept?.has(name)) return typescript.setTextRange(factory.createIdentifier(name), node);
        return own ? typescript.setTextRange(exported(name), node) : undefined;
      }

      function written(node: ts.ShorthandPropertyAssignment): ts.Node | undefined {
        const mention = variables.mention(node.name);
        if (!mention) return undefined;
        const value = instead(node.name) ?? exported(mention.name);
        // `({ rate = 1 } = options)` has a value in case there is none.
        const otherwise = typescript.visitNode(node.objectAssignmentInitializer, visit) as ts.Expression;
        const target = otherwise ? factory.createAssignment(value, otherwise) : value;
        return factory.createPropertyAssignment(factory.createIdentifier(mention.name), target);
      }

      const visit = (node: ts.Node): ts.Node => {
        if (typescript.isIdentifier(node)) return instead(node) ?? node;
        if (typescript.isShorthandPropertyAssignment(node)) {
          const assignment = written(node);
          if (assignment) return assignment;
        }
        if (kept !== null && (typescript.isFunctionLike(node) || typescript.isClassLike(node)))
          return typescript.visitEachChild(node, visitor(null), context);
        if (kept === undefined && typescript.isIterationStatement(node, true)) return loop(node);
        return typescript.visitEachChild(node, visit, context);
      };
      return visit;
    }

    /** The loop between taking its variables and giving them back. */
    function loop(node: ts.IterationStatement | ts.LabeledStatement): ts.Node {
      const found = loops.of(typescript.getOriginalNode(node), variables);
      const { numbers, others, read } = found ?? { numbers: [], others: [], read: [] };
      const assigned = [...numbers, ...others];
      const kept = new Set([...assigned, ...read]);
      const body = typescript.visitEachChild(node, visitor(kept), context);
      if (kept.size === 0) return body;
      const taken = (names: readonly string[], flags: ts.NodeFlags) =>
        names.map((name) =>
          declare(flags, [factory.createVariableDeclaration(name, undefined, undefined, exported(name))]),
        );
      return factory.createBlock(
        [
          ...taken(assigned, NodeFlags.Let),
          ...taken(read, NodeFlags.Const),
          ...(assigned.length > 0
            ? notedLoop(typescript, context, body as ts.Statement, { numbers, others })
            : [body as ts.Statement]),
          ...assigned.map(store),
          ...(assigned.length > 0 ? [endOfNotes(typescript)] : []),
        ],
        true,
      );
    }

    /** `let k = 1` as `{ let k = 1; exports.k = k; }`: its own name for functions, and no result of the cell. */
    function declaration({ declarationList }: ts.VariableStatement): ts.Statement {
      const { flags, declarations } = declarationList;
      const visit = visitor(undefined);
      const statements = declarations
        // `var k;` leaves its value as it is.
        .filter(({ initializer }) => initializer || flags & NodeFlags.Let)
        .flatMap((each) => [
          declare(NodeFlags.Let, [typescript.visitEachChild(each, visit, context)]),
          ...boundNames(typescript, each.name).map(({ text }) => store(text)),
        ]);
      return factory.createBlock(statements, true);
    }

    function top(statement: ts.Node): ts.Node {
      if (variables.declares(statement as ts.Statement))
        return declaration(statement as ts.VariableStatement);
      if (!typescript.isExportDeclaration(statement)) return visitor(undefined)(statement);
      const { modifiers, isTypeOnly, exportClause, moduleSpecifier, assertClause } = statement;
      if (moduleSpecifier || !exportClause || !typescript.isNamedExports(exportClause)) return statement;
      const rest = exportClause.elements.filter(({ name }) => !variables.isShared(name.text));
      const clause = factory.updateNamedExports(exportClause, rest);
      return factory.updateExportDeclaration(
        statement,
        modifiers,
        isTypeOnly,
        clause,
        undefined,
        assertClause,
      );
    }

    return (file) => {
      loops.read(variables);
      return typescript.visitEachChild(file, top, context);
    };
  };
}
