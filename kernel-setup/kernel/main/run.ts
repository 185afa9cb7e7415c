import vm from 'node:vm';
import { runSlot } from '../interrupt-flag';
import { flagName, runName } from '../polls';
import type { CompiledCell } from '../threads';
import type { Definitions } from './definitions';
import { scriptName } from './source-lines';

/**
 * Runs a compiled cell to its end.
 *
 * @returns the value of its last expression; undefined when it has none.
 * @throws whatever the cell throws
 */
export function run(
  cell: CompiledCell,
  count: number,
  definitions: Definitions,
  require: NodeJS.Require,
): unknown | Promise<unknown> {
  const head = cell.awaits
    ? `(async function (exports, require) { const ${runName} = ${flagName}[${runSlot}]; `
    : '(function (exports, require) { ';
  // The wrapper stands on the cell's first line, left of it.
  const script = new vm.Script(`${head}${cell.js}\n})`, {
    filename: scriptName(count),
    columnOffset: -head.length,
  });
  const body = script.runInThisContext() as (exports: object, require: NodeJS.Require) => unknown;
  const last = () => (cell.result === undefined ? undefined : definitions.take(cell.result));
  const ended = body(definitions.exports, require);
  return cell.awaits ? (ended as Promise<void>).then(last) : last();
}
