import { ChainError } from './chain-error';
import { functionNodes } from './function-nodes';
import { functionOf } from './function-of';
import { GraphBuilder } from './graph-builder';
import type { GraphPlan } from './graph-plan';
import type { NativeBackend, NativeValues } from './native-backend';

/** TensorFlow's numbers for the types of the loop's own tensors. */
const [int32, bool] = [3, 10];

/**
 * The graph of a step, run several times in a row within one graph, each time on inputs of its own: a `While` of
 * TensorFlow's whose body is the plan's graph, compiled by XLA.
 *
 * It is fed how many steps there shall be, an int32 scalar, and then what the plan is fed; inputs and step inputs with
 * one more axis in front, `most` long. It gives what guards look at, that of each step, `[most, ...]`, and then the last
 * values of the variables.
 *
 * @param plan of a step that has no other results than its variables
 * @param most the most steps of a run
 * @throws ChainError where the step has no form within a loop, or is one that XLA would do otherwise
 */
export function seriesPlan({ binding }: NativeBackend, plan: GraphPlan, most: number): GraphPlan {
  const { feeds, feedNames, fetchNames, fetchTypes: types, guards, assigned } = plan;
  const list = plan.graph.getNodeList();
  if (plan.outputs.length > 0) throw new ChainError('gives results at each step');
  // Inside of XLA, the numbers of stateless noise are others.
  if (list.some((node) => node.getOp().startsWith('Stateless'))) throw new ChainError('draws noise');
  const placeholders = new Map(list.map((node) => [node.getName(), node]));
  const described = feedNames.map((name) => {
    const settings = placeholders.get(name)!.getAttrMap();
    const shape = settings.get('shape').getShape().getDimList();
    return { dtype: settings.get('dtype').getType(), shape: shape.map((axis) => axis.getSize()) };
  });
  const isStacked = feeds.map(({ kind }) => kind === 'input' || kind === 'step');
  const looks = fetchNames.slice(0, fetchNames.length - assigned.length);
  if (looks.length !== guards.reduce((sum, { count }) => sum + count, 0))
    throw new ChainError('gives results at each step');

  // What goes round: the number of the step, how many there are, the plan's feeds, and what guards look at.
  const graph = new GraphBuilder(binding);
  const turn = graph.constant('turn', { dtype: int32, shape: [], values: Int32Array.of(0) });
  const turns = graph.placeholder('turns', int32, []);
  const outer = described.map(({ dtype, shape }, index) =>
    graph.placeholder(feedNames[index], dtype, isStacked[index] ? [most, ...shape] : shape),
  );
  const seen = looks.map((_, index) => {
    const { dtype, shape } = types[index];
    const size = most * shape.reduce((product, axis) => product * axis, 1);
    return graph.constant(`seen${index}`, { dtype, shape: [most, ...shape], values: zeros(size, dtype) });
  });

  const body = new GraphBuilder(binding);
  const type = (name: string, dtype: number) => ({ [name]: body.type(dtype) });
  body.constant('one', { dtype: int32, shape: [], values: Int32Array.of(1) });
  body.add('following', 'AddV2', [turn, 'one:output:0'], type('T', int32));
  body.constant('axis', { dtype: int32, shape: [], values: Int32Array.of(0) });
  const everyTurn = Int32Array.from({ length: most }, (_, index) => index);
  body.constant('every_turn', { dtype: int32, shape: [most], values: everyTurn });
  body.add('is_now', 'Equal', ['every_turn:output:0', turn], type('T', int32));
  const now = new Map<string, string>();
  for (const [index, name] of feedNames.entries()) {
    now.set(name, isStacked[index] ? `${name}_now:output:0` : name);
    if (!isStacked[index]) continue;
    const settings = { Tparams: described[index].dtype, Tindices: int32, Taxis: int32 };
    const attributes = Object.entries(settings).map(([key, dtype]) => [key, body.type(dtype)]);
    body.add(`${name}_now`, 'GatherV2', [name, turn, 'axis:output:0'], Object.fromEntries(attributes));
  }
  const { nodes, inFunction } = functionNodes(plan, now);
  for (const node of nodes) for (const mark of ['_XlaCompile', '_XlaScope']) node.getAttrMap().del(mark);
  for (const [index, look] of looks.entries()) {
    const { dtype, shape } = types[index];
    const perStep = Int32Array.from([most, ...shape.map(() => 1)]);
    body.constant(`per_step${index}`, { dtype: int32, shape: [perStep.length], values: perStep });
    const reshaped = { ...type('T', bool), ...type('Tshape', int32) };
    body.add(`is_now${index}`, 'Reshape', ['is_now:z:0', `per_step${index}:output:0`], reshaped);
    const choices = [`is_now${index}:output:0`, inFunction(look), seen[index]];
    body.add(`seen${index}_after`, 'SelectV2', choices, type('T', dtype));
  }

  const after = new Map(
    assigned.map((variable, index) => [variable, inFunction(fetchNames[looks.length + index])]),
  );
  const args = [
    { name: turn, dtype: int32, from: 'following:z:0' },
    { name: turns, dtype: int32, from: turns },
    ...feeds.map((feed, index) => {
      const name = feedNames[index];
      const from = (feed.kind === 'variable' && after.get(feed.variable)) || name;
      return { name, dtype: described[index].dtype, from };
    }),
    ...seen.map((name, index) => ({ name, dtype: types[index].dtype, from: `${name}_after:output:0` })),
  ];
  const results = args.map(({ name, dtype, from }) => ({ name: `${name}_result`, dtype, from }));
  const comparing = new GraphBuilder(binding);
  comparing.add('less', 'Less', [turn, turns], type('T', int32));
  const more = [{ name: 'more', dtype: bool, from: 'less:z:0' }];

  const { TF_ATTR_TYPE } = binding;
  const loop = graph.add('loop', 'While', [turn, turns, ...outer, ...seen], {
    T: graph.recorded({ name: 'T', type: TF_ATTR_TYPE, value: args.map(({ dtype }) => dtype) }),
    cond: graph.function(
      'series_again',
      functionOf('series_again', comparing.graph.getNodeList(), args, more),
    ),
    body: graph.function(
      'series_body',
      functionOf('series_body', [...body.graph.getNodeList(), ...nodes], args, results),
    ),
    _XlaCompile: graph.bool(true),
    _XlaScope: graph.text('work'),
  });
  const names = [
    ...looks.map((_, index) => seen[index]),
    ...assigned.map((variable) => nameOf(plan, variable)),
  ];
  const fetched = names.map((name, index) => {
    const place = args.findIndex((arg) => arg.name === name);
    return graph.identity(`series_fetch${index}`, `${loop}:${place}`, args[place].dtype);
  });
  const work = `${plan.work} series of ${most}`;
  return {
    ...plan,
    work,
    key: `${work} xla`,
    graph: graph.graph,
    feedNames: [turns, ...feedNames],
    fetchNames: fetched,
    xla: true,
  };
}

/** The name of the feed that brings a variable's value. */
function nameOf({ feeds, feedNames }: GraphPlan, variable: unknown): string {
  const index = feeds.findIndex((feed) => feed.kind === 'variable' && feed.variable === variable);
  if (index < 0) throw new ChainError('assigns a variable that it doesn’t read');
  return feedNames[index];
}

function zeros(size: number, dtype: number): NativeValues {
  if (dtype === int32) return new Int32Array(size);
  if (dtype === bool) return new Uint8Array(size);
  return new Float32Array(size);
}
