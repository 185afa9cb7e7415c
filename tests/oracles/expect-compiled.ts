import type { Outputs } from 'lineage/compile';
import { tooFar } from '../lib/compile/too-far';
import { doneThisWay } from '../lib/compile/way';

/** How far the numbers may be apart, relative to the largest of them. */
const bound = 1e-6;

/**
 * Where it is more: queries of 68 carry the last bit of the weights, for which a graph has a softmax of oneDNN's, into
 * the gradient of the keys.
 */
const wider: Readonly<Record<string, number>> = { 'sdpa/large-scores: gradients': 1e-5 };

/** Fails, naming the tensors, unless work gives the same numbers eagerly and as a plain graph, to rounding. */
export function expectCompiled(name: string, work: () => Outputs): void {
  const [eager, compiled] = (['eager', 'plain'] as const).map((way) => {
    const results = Object.entries(doneThisWay(work, [], way));
    return Object.fromEntries(results.map(([key, tensor]) => [key, Float32Array.from(tensor.dataSync())]));
  });
  expect({ [name]: tooFar(compiled, eager, wider[name] ?? bound) }).toEqual({ [name]: {} });
}
