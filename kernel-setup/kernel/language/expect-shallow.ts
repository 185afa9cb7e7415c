import type ts from 'typescript';
import { bind } from './bind';

/** How many calls deeper than the compiler this looks; it is called from about thirty further up. */
const margin = 200;

/**
 * Throws a RangeError where code is nested too deeply for the compiler's stack.
 *
 * It must not come to that inside tslab: a program that is given up half-made leaves its watch in disorder, and every
 * later cell would fail.
 */
export function expectShallow(typescript: typeof ts, code: string, calls = margin): void {
  if (calls > 0) {
    expectShallow(typescript, code, calls - 1);
    return;
  }
  const file = typescript.createSourceFile('cell.ts', code, typescript.ScriptTarget.Latest, true);
  bind(typescript, file);
}
