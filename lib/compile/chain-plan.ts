import { ChainError } from './chain-error';
import { GraphBuilder } from './graph-builder';
import type { GraphPlan } from './graph-plan';
import { loopFunctions } from './loop-functions';
import type { NativeBackend } from './native-backend';

/** TensorFlow's number for 32-bit integers. */
const int32 = 3;

/**
 * The graph of a plan, run several times in a row within one graph: what a run gives is fed to the next.
 *
 * It is a loop of TensorFlow's (`While`) whose body is the plan's graph: compiled once, whatever the number of turns, and
 * free to change in place what passes from turn to turn.
 *
 * @param plan its first input is the number of the turn, an int32 scalar that counts from 0; the chain is fed the same,
 * but gets there how many turns there shall be
 * @param links for each fetch of the plan, which feed of the next turn it becomes
 * @param xla whether TensorFlow's compiler merges the operations
 * @returns a plan whose outputs are those of the last turn
 * @throws ChainError on an operation that has no form within a loop
 */
export function chainPlan(
  { binding }: NativeBackend,
  plan: GraphPlan,
  links: ReadonlyMap<number, number>,
  xla: boolean,
): GraphPlan {
  const { feedNames, fetchNames } = plan;
  const placeholders = new Map(plan.graph.getNodeList().map((node) => [node.getName(), node]));
  const setting = (name: string) => placeholders.get(name)!.getAttrMap();
  const types = feedNames.map((name) => setting(name).get('dtype').getType());
  const shapes = feedNames.map((name) => setting(name).get('shape').getShape());
  const fetchOf = new Map([...links].map(([fetch, feed]) => [feed, fetch]));
  const { body, again } = loopFunctions(binding, plan, types, fetchOf);

  const graph = new GraphBuilder(binding);
  const turn = graph.constant('turn', { dtype: int32, shape: [], values: Int32Array.of(0) });
  for (const name of feedNames) graph.graph.addNode(placeholders.get(name)!.cloneMessage());
  const loop = graph.add('loop', 'While', [turn, ...feedNames], {
    T: graph.recorded({ name: 'T', type: binding.TF_ATTR_TYPE, value: [types[0], ...types] }),
    output_shapes: graph.shapes([shapes[0], ...shapes]),
    cond: graph.function('turn_again', again),
    body: graph.function('turn_body', body),
    ...(xla && { _XlaCompile: graph.bool(true), _XlaScope: graph.text('work') }),
  });
  for (const [fetch, name] of fetchNames.entries()) {
    const feed = links.get(fetch);
    if (feed === undefined) throw new ChainError('gives more than what the next turn is given');
    graph.identity(name, `${loop}:${feed + 1}`, types[feed]);
  }
  const work = `${plan.work} chained ${JSON.stringify([...links])}`;
  return { ...plan, work, key: xla ? `${work} xla` : work, graph: graph.graph, xla };
}
