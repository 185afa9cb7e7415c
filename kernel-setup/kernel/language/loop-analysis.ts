import type ts from 'typescript';
import { mostNumbers } from '../polls';
import { cannotThrow } from './cannot-throw';
import type { CellVariables, Mention } from './cell-variables';

/** What a loop at the top of a cell may keep in variables of its own while it runs. */
export interface LoopVariables {
  /** Written back after the loop; only where the loop can't throw. */
  readonly numbers: readonly string[];
  readonly others: readonly string[];
  readonly read: readonly string[];
}

/**
 * Finds what a loop need not look up in every turn: variables that no function mentions can't be seen or changed by
 * anyone else while a loop without `await` runs.
 *
 * One for all cells, since a function of an earlier cell may be called in a loop of a later one.
 */
export class LoopAnalysis {
  readonly #inFunctions = new Set<string>();
  readonly #assignedInFunctions = new Set<string>();

  constructor(readonly typescript: typeof ts) {}

  /** Notes what the functions of a cell mention; to be called before its loops are looked at. */
  read(variables: CellVariables): void {
    this.#walk(variables.cell, variables, ({ name, assigned }, inFunction) => {
      if (!inFunction) return;
      this.#inFunctions.add(name);
      if (assigned) this.#assignedInFunctions.add(name);
    });
  }

  /** What the loop may keep; undefined where nothing is gained. */
  of(loop: ts.Node, variables: CellVariables): LoopVariables | undefined {
    const mentioned = new Set<string>();
    const assigned = new Set<string>();
    const numbers = new Set<string>();
    const awaits = this.#walk(loop, variables, (mention, inFunction, node) => {
      if (inFunction) return;
      mentioned.add(mention.name);
      if (!mention.assigned) return;
      assigned.add(mention.name);
      const { flags } = variables.checker.getTypeAtLocation(node);
      if (flags & this.typescript.TypeFlags.NumberLike) numbers.add(mention.name);
    });
    if (awaits || mentioned.size === 0) return undefined;
    const writesBack = assigned.size > 0 && cannotThrow(this.typescript, variables.checker, loop);
    const kept = writesBack ? [...assigned].filter((name) => !this.#inFunctions.has(name)) : [];
    const first = kept.filter((name) => numbers.has(name)).slice(0, mostNumbers);
    return {
      numbers: first,
      others: kept.filter((name) => !first.includes(name)),
      read: [...mentioned].filter((name) => !assigned.has(name) && !this.#assignedInFunctions.has(name)),
    };
  }

  /** Calls `found` for every mention below a node; whether there is an `await` outside functions. */
  #walk(
    root: ts.Node,
    variables: CellVariables,
    found: (mention: Mention, inFunction: boolean, node: ts.Identifier) => void,
  ): boolean {
    const { typescript: ts } = this;
    let awaits = false;
    const visit = (node: ts.Node, inFunction: boolean): void => {
      if (ts.isIdentifier(node)) {
        const mention = variables.mention(node);
        if (mention) found(mention, inFunction, node);
      }
      if (!inFunction && (ts.isAwaitExpression(node) || (ts.isForOfStatement(node) && node.awaitModifier)))
        awaits = true;
      const inner = inFunction || ts.isFunctionLike(node) || ts.isClassLike(node);
      ts.forEachChild(node, (child) => visit(child, inner));
    };
    visit(root, false);
    return awaits;
  }
}
