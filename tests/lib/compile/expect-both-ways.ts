import { numbersOf, type Subject } from './numbers-of';
import { tooFar } from './too-far';

/** How far compiled numbers may be from eager ones, relative to the largest of them. */
const bounds = { plain: 1e-6, xla: 2e-5 };

/** Fails, naming the tensors, unless a subject gives the same numbers eager and compiled, to rounding. */
export function expectBothWays(subject: Subject, way: keyof typeof bounds): void {
  const eager = numbersOf(subject, 'eager');
  const compiled = numbersOf(subject, way);
  expect(Object.keys(compiled)).toEqual(Object.keys(eager));
  for (const [kind, numbers] of Object.entries(eager))
    expect({ [kind]: tooFar(compiled[kind], numbers, bounds[way]) }).toEqual({ [kind]: {} });
}
