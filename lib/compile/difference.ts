import type { GraphPlan } from './graph-plan';
import type { RecordedOp } from './recording';

/**
 * In what the latest of two recordings differs from the one before, in words: from which operation on, and where it was
 * asked for.
 *
 * @param ops of the latest recording
 */
export function difference(before: GraphPlan, latest: GraphPlan, ops: readonly RecordedOp[]): string {
  const counts = [before.size.operations, latest.size.operations];
  const first = latest.marks.findIndex((mark, index) => mark !== before.marks[index]);
  if (first < 0)
    return counts[0] === counts[1]
      ? 'it reads, gives or changes other tensors'
      : `${counts[0]} operations at one, ${counts[1]} at the next`;
  const op = ops[first];
  const place = op.place?.() ?? '';
  const [name] = before.marks[first]?.split(' ') ?? ['nothing'];
  if (name !== op.name) return `${name} at one, ${op.name} at the next${place}`;
  return `a number that changed between two calls became part of ${name}${place}; give it by stepInput`;
}
