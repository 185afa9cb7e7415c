import type ts from 'typescript';
import { boundNames } from './bound-names';

/** Public in TypeScript, but without a type: the names that a file declares, and whether a name is assigned to. */
type Bound = ts.SourceFile & { readonly locals?: ReadonlyMap<string, ts.Symbol> };
type Targets = { isAssignmentTarget(node: ts.Node): boolean };

/** A name that cells share, as a cell mentions it. */
export interface Mention {
  readonly name: string;
  readonly assigned: boolean;
  /** Declared by this cell with `let` or `var`; otherwise by an earlier one. */
  readonly own: boolean;
}

/**
 * The variables of a cell that later cells, or it itself, may change: the `let` and `var` at its top, and what earlier
 * cells declared.
 */
export class CellVariables {
  readonly #shared = new Set<ts.Symbol>();
  readonly #statements = new Set<ts.Node>();

  /** @param earlier the file with the declarations of earlier cells */
  constructor(
    readonly typescript: typeof ts,
    readonly checker: ts.TypeChecker,
    readonly cell: Bound,
    readonly earlier: Bound | undefined,
  ) {
    for (const statement of cell.statements) {
      const symbols = this.#declared(statement);
      // A `var` that is declared twice stays a variable of its cell.
      if (symbols.length === 0 || symbols.some(({ declarations }) => declarations?.length !== 1)) continue;
      this.#statements.add(statement);
      for (const symbol of symbols) this.#shared.add(symbol);
    }
  }

  /** Whether a statement, possibly transformed since, declares such variables. */
  declares(statement: ts.Statement): statement is ts.VariableStatement {
    return this.#statements.has(this.typescript.getOriginalNode(statement));
  }

  /** Whether a name that the cell exports is such a variable. */
  isShared(name: string): boolean {
    const symbol = this.cell.locals?.get(name);
    return symbol !== undefined && this.#shared.has(symbol);
  }

  /** The variable that an identifier, or `name` in `{ name }`, stands for. */
  mention(node: ts.Node): Mention | undefined {
    const { typescript: ts } = this;
    const written = ts.getOriginalNode(node);
    if (!ts.isIdentifier(written) || !written.parent) return undefined;
    const { parent, text: name } = written;
    if ((ts.isVariableDeclaration(parent) || ts.isBindingElement(parent)) && parent.name === written)
      return undefined;
    const symbol = ts.isShorthandPropertyAssignment(parent)
      ? this.checker.getShorthandAssignmentValueSymbol(parent)
      : this.checker.getSymbolAtLocation(written);
    if (!symbol) return undefined;
    const own = this.#shared.has(symbol);
    if (!own && this.earlier?.locals?.get(name) !== symbol) return undefined;
    const cast = ts.isAsExpression(parent) || ts.isTypeAssertionExpression(parent);
    return { name, own, assigned: cast || (ts as unknown as Targets).isAssignmentTarget(written) };
  }

  #declared(statement: ts.Statement): ts.Symbol[] {
    const { typescript: ts, checker } = this;
    if (!ts.isVariableStatement(statement) || statement.declarationList.flags & ts.NodeFlags.Const) return [];
    if (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword)) return [];
    const names = statement.declarationList.declarations.flatMap(({ name }) => boundNames(ts, name));
    return names.flatMap((name) => checker.getSymbolAtLocation(name) ?? []);
  }
}
