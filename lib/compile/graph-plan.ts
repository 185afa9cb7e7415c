import { createHash } from 'node:crypto';
import * as tf from '@tensorflow/tfjs';
import { GraphBuilder } from './graph-builder';
import type { GraphDef } from './graph-messages';
import type { NativeBackend, NativeTensor } from './native-backend';
import type { VariablesBefore } from './record';
import type { Guard, RecordedConstant, Recording, StepInput } from './recording';
import { type WorkSize, workSize } from './work-size';

/** Tensors of the work's named results. */
export type Outputs = Readonly<Record<string, tf.Tensor>>;

/** Where a placeholder's tensor comes from. */
export type Feed =
  | { readonly kind: 'input'; readonly index: number }
  | { readonly kind: 'variable'; readonly variable: tf.Variable }
  | { readonly kind: 'step'; readonly input: StepInput }
  | { readonly kind: 'captured'; readonly id: number };

/** A recording as a graph, with what goes in and what comes out. */
export interface GraphPlan {
  /** The same for two recordings of the same work. */
  readonly work: string;
  /** For each operation its name, and what is the same where two recordings have been the same until then. */
  readonly marks: readonly string[];
  /** The same for two equal graphs. */
  readonly key: string;
  readonly graph: GraphDef;
  readonly size: WorkSize;
  /** Whether XLA compiles it. */
  readonly xla: boolean;
  readonly feeds: readonly Feed[];
  readonly feedNames: readonly string[];
  /** The results, then what guards look at, then the new values of variables. */
  readonly fetchNames: readonly string[];
  /** TensorFlow's number for the type, and the shape of what each gives. */
  readonly fetchTypes: readonly Pick<NativeTensor, 'dtype' | 'shape'>[];
  readonly outputs: readonly string[];
  readonly guards: readonly { readonly count: number; readonly look: Guard['look'] }[];
  readonly assigned: readonly tf.Variable[];
  readonly effects: readonly (() => void)[];
  /** Why the work can't run as a graph. */
  readonly refusal?: string;
}

/** Tensors from outside that are larger, in bytes, are fed instead of being written into the graph. */
const largestConstant = 65_536;

/** Frees the tensors of plans that go without having been discarded. */
const dropped = new FinalizationRegistry<{ readonly backend: NativeBackend; readonly id: number }>(
  ({ backend, id }) => backend.binding.deleteTensor(id),
);

/**
 * Writes the graph of a recording, as long as the recorded tensors are there.
 *
 * @param xla whether TensorFlow merges the operations by its compiler
 */
export function planGraph(
  backend: NativeBackend,
  inputs: readonly tf.Tensor[],
  outputs: Outputs,
  recording: Recording,
  before: VariablesBefore,
  xla: boolean,
): GraphPlan {
  const { binding } = backend;
  const idOf = (tensor: tf.Tensor) => backend.getInputTensorIds([tensor])[0];
  const graph = new GraphBuilder(binding);
  const work = createHash('sha256');
  const marks: string[] = [];
  const feeds: Feed[] = [];
  const feedNames: string[] = [];
  const fetched: string[] = [];
  const fetchNames: string[] = [];
  const fetchTypes: Pick<NativeTensor, 'dtype' | 'shape'>[] = [];
  /** The node that stands for a tensor. */
  const nodes = new Map<number, string>();

  const feed = (id: number, source: Feed, dtype: number, shape: readonly number[]) => {
    const name = graph.placeholder(`feed${feeds.length}`, dtype, shape);
    work.update(JSON.stringify([name, source.kind, dtype, shape]));
    feeds.push(source);
    feedNames.push(name);
    nodes.set(id, name);
    return name;
  };
  const made = new Map(recording.ops.flatMap(({ outputs }) => outputs.map((output) => [output.id, output])));
  /** Type and shape of a tensor, from the library where it was there before. */
  const described = (id: number): Pick<NativeTensor, 'dtype' | 'shape'> => {
    const known = made.get(id) ?? steps.get(id) ?? recording.constants.get(id);
    if (known) return { dtype: known.dtype, shape: [...known.shape] };
    const [copy] = binding.executeOp('Identity', [], [id], 1);
    binding.deleteTensor(copy.id);
    return copy;
  };
  const sources = new Map([...before].map(([variable, id]) => [id, variable]));
  const steps = new Map(recording.stepInputs.map((input) => [input.id, input]));
  let constants = 0;
  const captured: number[] = [];

  const node = (id: number): string => {
    const known = nodes.get(id);
    if (known !== undefined) return known;
    const step = steps.get(id);
    if (step) return feed(id, { kind: 'step', input: step }, step.dtype, step.shape);
    const constant = recording.constants.get(id);
    if (constant) return write(id, constant);
    const { dtype, shape } = described(id);
    const variable = sources.get(id);
    if (variable) return feed(id, { kind: 'variable', variable }, dtype, shape);
    const values = binding.tensorDataSync(id);
    if (values.byteLength <= largestConstant) return write(id, { dtype, shape, values });
    captured.push(id);
    const [copy] = binding.executeOp('Identity', [], [id], 1);
    const source = { kind: 'captured', id: copy.id } as const;
    dropped.register(source, { backend, id: copy.id }, source);
    return feed(id, source, dtype, shape);
  };
  const write = (id: number, constant: RecordedConstant) => {
    const name = graph.constant(`constant${constants++}`, constant);
    const { dtype, shape, values } = constant;
    work.update(JSON.stringify([name, dtype, shape])).update(values);
    nodes.set(id, name);
    return name;
  };
  const fetch = (id: number) => {
    const { dtype, shape } = described(id);
    fetched.push(node(id));
    fetchTypes.push({ dtype, shape });
    fetchNames.push(graph.identity(`fetch${fetchNames.length}`, node(id), dtype));
  };

  for (const [index, tensor] of inputs.entries()) {
    const id = idOf(tensor);
    if (!nodes.has(id)) feed(id, { kind: 'input', index }, described(id).dtype, tensor.shape);
  }
  for (const [index, op] of recording.ops.entries()) {
    const attributes = Object.fromEntries(op.attributes.map((each) => [each.name, graph.recorded(each)]));
    // tfjs-node leaves this one to be guessed, which TensorFlow does only outside of graphs.
    if (op.name === 'ExpandDims') attributes['T'] ??= graph.type(described(op.inputs[0]).dtype);
    const sources = op.inputs.map(node);
    work.update(JSON.stringify([op.name, op.attributes, sources]));
    marks.push(`${op.name} ${work.copy().digest('base64')}`);
    // Inside of XLA, the numbers of stateless noise are others.
    if (xla && !op.name.startsWith('Stateless')) {
      attributes['_XlaCompile'] = graph.bool(true);
      attributes['_XlaScope'] = graph.text('work');
    }
    const name = graph.add(`operation${index}`, op.name, sources, attributes);
    for (const [place, { id }] of op.outputs.entries())
      nodes.set(id, place === 0 ? name : `${name}:${place}`);
  }
  const assigned = [...before].filter(([variable, id]) => !variable.isDisposed && idOf(variable) !== id);
  for (const tensor of Object.values(outputs)) fetch(idOf(tensor));
  for (const { ids } of recording.guards) for (const id of ids) fetch(id);
  for (const [variable] of assigned) fetch(idOf(variable));

  const added = Object.values(tf.engine().state.registeredVariables).find(
    (variable) => !before.has(variable),
  );
  const hash = work.update(JSON.stringify([fetched, captured])).digest('hex');
  return {
    work: hash,
    marks,
    key: xla ? `${hash} xla` : hash,
    graph: graph.graph,
    xla,
    size: workSize(recording),
    feeds,
    feedNames,
    fetchNames,
    fetchTypes,
    outputs: Object.keys(outputs),
    guards: recording.guards.map(({ ids, look }) => ({ count: ids.length, look })),
    assigned: assigned.map(([variable]) => variable),
    effects: recording.effects,
    refusal: recording.refusal ?? (added ? `makes a variable, ${added.name}` : undefined),
  };
}

/** Frees the tensors that a plan keeps. */
export function discardPlan(backend: NativeBackend, plan: GraphPlan): void {
  for (const feed of plan.feeds) {
    if (feed.kind !== 'captured') continue;
    dropped.unregister(feed);
    backend.binding.deleteTensor(feed.id);
  }
}
