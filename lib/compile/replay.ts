import type * as tf from '@tensorflow/tfjs';
import { finish } from '../finish';
import type { GraphPlan, Outputs } from './graph-plan';
import type { GraphSession } from './graph-session';
import type { NativeBackend, NativeTensor } from './native-backend';

/**
 * Runs recorded work as a graph: the same results, the same variables changed.
 *
 * @throws what a guard throws; then no variable was changed
 */
export function replay(
  backend: NativeBackend,
  session: GraphSession,
  { feeds, outputs, guards, assigned, effects }: GraphPlan,
  inputs: readonly tf.Tensor[],
): Outputs {
  const { binding } = backend;
  const own: number[] = [];
  const ids = feeds.map((feed) => {
    if (feed.kind === 'input') return backend.getInputTensorIds([inputs[feed.index]])[0];
    if (feed.kind === 'variable') return backend.getInputTensorIds([feed.variable])[0];
    if (feed.kind === 'captured') return feed.id;
    const id = binding.createTensor(feed.input.shape, feed.input.dtype, feed.input.compute());
    own.push(id);
    return id;
  });
  let fetched: NativeTensor[] = [];
  try {
    fetched = session.run(ids);
    let next = outputs.length;
    for (const { count, look } of guards) {
      look(...fetched.slice(next, next + count).map(({ id }) => binding.tensorDataSync(id)));
      next += count;
    }
    const looked = fetched.slice(outputs.length, next);
    const values = fetched.slice(next);
    const results = fetched.slice(0, outputs.length).map((each) => backend.createOutputTensor(each));
    fetched = looked;
    finish(() => {
      for (const [index, variable] of assigned.entries()) give(backend, variable, values[index]);
      for (const effect of effects) effect();
    });
    return Object.fromEntries(outputs.map((name, index) => [name, results[index]]));
  } finally {
    for (const id of own) binding.deleteTensor(id);
    for (const { id } of fetched) binding.deleteTensor(id);
  }
}

/** Gives a variable the value that the graph computed for it. */
function give(backend: NativeBackend, variable: tf.Variable, value: NativeTensor): void {
  const held = backend.tensorMap.get(variable.dataId);
  if (held.refCount === 1) {
    backend.binding.deleteTensor(held.id);
    held.id = value.id;
    return;
  }
  // Clones share the data, and keep what they have.
  const tensor = backend.createOutputTensor(value);
  variable.assign(tensor as tf.Tensor<tf.Rank>);
  tensor.dispose();
}
