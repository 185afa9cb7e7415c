import { functionNodes } from './function-nodes';
import { functionOf } from './function-of';
import { GraphBuilder } from './graph-builder';
import type { FunctionDef } from './graph-messages';
import type { GraphPlan } from './graph-plan';
import type { NativeBinding } from './native-backend';

/** TensorFlow's numbers for the types of the loop's own tensors. */
const [int32, bool] = [3, 10];

/** What a `While` of TensorFlow's is made of. */
export interface LoopFunctions {
  /** Does one turn: the number of the turn, how many there are, and the plan's feeds but the first → the same, one turn later. */
  readonly body: FunctionDef;
  /** Says whether there is another turn. */
  readonly again: FunctionDef;
}

/**
 * A plan's graph as the body of a loop. Its first feed is given the number of the turn.
 *
 * @param types of the plan's feeds
 * @param links which fetch of a turn becomes which feed of the next; other feeds stay as they are
 * @throws ChainError on an operation that has no form within a function
 */
export function loopFunctions(
  binding: NativeBinding,
  plan: GraphPlan,
  types: readonly number[],
  links: ReadonlyMap<number, number>,
): LoopFunctions {
  const { feedNames, fetchNames } = plan;
  const { nodes, inFunction } = functionNodes(plan, new Map(feedNames.map((name) => [name, name])));

  const [turn, ...others] = feedNames;
  const counting = new GraphBuilder(binding);
  const integers = { T: counting.type(int32) };
  counting.constant('one', { dtype: int32, shape: [], values: Int32Array.of(1) });
  counting.add('following', 'AddV2', [turn, 'one:output:0'], integers);
  const comparing = new GraphBuilder(binding);
  comparing.add('less', 'Less', [turn, 'turns'], integers);

  const own = [turn, 'turns'].map((name) => ({ name, dtype: int32 }));
  const args = [...own, ...others.map((name, index) => ({ name, dtype: types[index + 1] }))];
  const results = args.map(({ name, dtype }) => {
    const fetch = links.get(feedNames.indexOf(name));
    const from = name === turn ? 'following:z:0' : fetch === undefined ? name : inFunction(fetchNames[fetch]);
    return { name: `${name}_after`, dtype, from };
  });
  return {
    body: functionOf('turn_body', [...nodes, ...counting.graph.getNodeList()], args, results),
    again: functionOf('turn_again', comparing.graph.getNodeList(), args, [
      { name: 'more', dtype: bool, from: 'less:z:0' },
    ]),
  };
}
