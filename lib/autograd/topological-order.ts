import type { Value } from './value';

/**
 * Every value behind `root`, operands before what was computed from them, `root` last.
 *
 * Depth-first with a stack of its own: a chain of a million operations doesn't overflow the call stack.
 */
export function topologicalOrder(root: Value): Value[] {
  const order: Value[] = [];
  const seen = new Set<Value>([root]);
  const path: { node: Value; next: number }[] = [{ node: root, next: 0 }];
  while (path.length > 0) {
    const top = path[path.length - 1];
    if (top.next === top.node.operands.length) {
      order.push(top.node);
      path.pop();
      continue;
    }
    const operand = top.node.operands[top.next++];
    if (seen.has(operand)) continue;
    seen.add(operand);
    path.push({ node: operand, next: 0 });
  }
  return order;
}
