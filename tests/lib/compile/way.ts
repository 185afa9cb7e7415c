import * as tf from '@tensorflow/tfjs';
import { type Compiled, type CompileOptions, compile, type Outputs } from 'lineage/compile';

/** How work is done: operation by operation, as a plain graph, or as one that XLA compiles. */
export type Way = 'eager' | 'plain' | 'xla';

/** The option of `compile` that leads to it. */
export function useOf(way: Way): CompileOptions['xla'] {
  return way === 'xla' ? 'always' : 'never';
}

/** Fails unless the latest call was done this way; the tiers that have no graphs do all work eagerly. */
export function expectWay(
  { mode, xla, why }: Pick<Compiled<[], Outputs>, 'mode' | 'xla' | 'why'>,
  way: Way,
): void {
  const native = tf.getBackend() === 'tensorflow';
  if (way === 'eager') return;
  expect({ mode, xla, ...(native && { why }) }).toEqual(
    native ? { mode: 'graph', xla: way === 'xla', why: undefined } : { mode: 'eager', xla: false },
  );
}

/** What work gives when it is done this way: compiled, at its third call, which is the first that a graph can do. */
export function doneThisWay<Inputs extends readonly tf.Tensor[], Results extends Outputs>(
  work: (...inputs: Inputs) => Results,
  inputs: Inputs,
  way: Way,
): Results {
  if (way === 'eager') return tf.tidy(() => work(...inputs));
  const compiled = compile(work, { xla: useOf(way) });
  for (let call = 1; call < 3; call++) tf.dispose(compiled(...inputs));
  const results = compiled(...inputs);
  expectWay(compiled, way);
  compiled.dispose();
  return results;
}
