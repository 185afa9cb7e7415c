import * as tf from '@tensorflow/tfjs';
import { ChainError } from './chain-error';
import { chainPlan } from './chain-plan';
import { graphs } from './graph-cache';
import { discardPlan, type GraphPlan, planGraph } from './graph-plan';
import { GraphError, type GraphSession } from './graph-session';
import type { NativeBackend } from './native-backend';
import { paysXla } from './pays-xla';
import { record } from './record';
import { replay } from './replay';
import { type Named, takeTurns } from './take-turns';

/** A turn on the tensors that its number and state are; what is the same for all turns it knows. */
type Work = (turn: tf.Scalar, state: Named) => Named;

/** A chained graph that is loaded. */
interface Chain {
  readonly plan: GraphPlan;
  readonly session: GraphSession;
}

/** A compiled loop for one shape of its tensors. */
export class LoopVariant {
  readonly #backend: NativeBackend;
  readonly #expected: number;
  /** What one turn does. */
  #turn: GraphPlan | undefined;
  #chain: Chain | undefined;
  #shapes = '';
  #turns = 0;
  mode: 'eager' | 'graph' = 'eager';
  why: string | undefined;

  /** @param expected how many turns there will be, as far as known */
  constructor(backend: NativeBackend, expected: number) {
    this.#backend = backend;
    this.#expected = expected;
  }

  get xla(): boolean {
    return this.#chain?.plan.xla === true;
  }

  run(turns: number, state: Named, fixed: Named, work: Work): Named {
    this.#turns += turns;
    const shapes = signature([...Object.values(state), ...Object.values(fixed)]);
    if (this.why === undefined && !this.#chain) this.#record(state, fixed, shapes, work);
    if (this.why === undefined && shapes === this.#shapes) {
      this.#improve();
      try {
        const result = this.#replay(turns, state, fixed);
        this.mode = 'graph';
        return result;
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        this.#giveUp(asGraph(error));
      }
    }
    this.mode = 'eager';
    return takeTurns(turns, state, work);
  }

  /** Lets go of the graph; turns are then done eagerly. */
  dispose(): void {
    this.why ??= 'was disposed';
    if (this.#chain) graphs.release(this.#chain.plan);
    if (this.#turn) discardPlan(this.#backend, this.#turn);
    this.#chain = undefined;
    this.#turn = undefined;
  }

  /** Plans two turns, whose results are thrown away: if both did the same, their graph is chained. */
  #record(state: Named, fixed: Named, shapes: string, work: Work): void {
    const backend = this.#backend;
    const plans: GraphPlan[] = [];
    const after = takeTurns(2, state, (turn, now) => {
      const inputs = [turn, ...Object.values(now), ...Object.values(fixed)];
      const { result, used } = record(
        backend,
        inputs,
        () => work(turn, now),
        (recording, outputs, variables) => {
          const plan = planGraph(backend, inputs, outputs, recording, variables, false);
          const { stepInputs, guards, effects } = recording;
          const refusal = plan.refusal ?? refusalOf(plan, inputs.length, stepInputs.length);
          return guards.length + effects.length > 0 && !refusal
            ? { ...plan, refusal: 'looks at numbers or changes JavaScript’s state at each turn' }
            : { ...plan, refusal };
        },
      );
      plans.push(used);
      return result;
    });
    const fits = hasTypesOf(after, state);
    tf.dispose(Object.values(after));
    const [first, second] = plans;
    discardPlan(backend, first);
    this.#turn = second;
    this.#shapes = shapes;
    if (second.refusal !== undefined) this.#giveUp(second.refusal);
    else if (!fits) this.#giveUp('gives other names, types or shapes than it is given');
    else if (!isSame(first, second)) this.#giveUp('does not do the same at each turn');
    else this.#load(this.#paysXla());
  }

  /** Goes over to XLA once there were so many turns that it would have paid. */
  #improve(): void {
    if (!this.#chain || this.xla || !this.#paysXla()) return;
    graphs.release(this.#chain.plan);
    this.#chain = undefined;
    this.#load(true);
  }

  #load(xla: boolean): void {
    const turn = this.#turn!;
    try {
      // The state comes after the turn's number, and is what the turn gives.
      const links = new Map(turn.outputs.map((_, index) => [index, index + 1]));
      const plan = chainPlan(this.#backend, turn, links, xla);
      this.#chain = { plan, session: graphs.acquire(this.#backend, plan) };
    } catch (error) {
      if (error instanceof ChainError) this.#giveUp(error.message);
      else if (error instanceof GraphError) this.#giveUp(asGraph(error));
      else throw error;
    }
  }

  #replay(turns: number, state: Named, fixed: Named): Named {
    const { plan, session } = this.#chain!;
    const count = tf.scalar(turns, 'int32');
    try {
      return replay(this.#backend, session, plan, [count, ...Object.values(state), ...Object.values(fixed)]);
    } finally {
      count.dispose();
    }
  }

  #paysXla(): boolean {
    const { size, graph } = this.#turn!;
    // Inside of XLA, the numbers of stateless noise are others.
    if (graph.getNodeList().some((node) => node.getOp().startsWith('Stateless'))) return false;
    return paysXla(size, Math.max(this.#expected, 2 * this.#turns));
  }

  #giveUp(why: string): void {
    this.why = why;
    this.dispose();
  }
}

/** Why turns of this plan can't follow each other in a graph. */
function refusalOf({ feeds, assigned }: GraphPlan, inputs: number, stepInputs: number): string | undefined {
  if (assigned.length > 0) return `assigns a variable, ${assigned[0].name}`;
  if (stepInputs > 0) return 'asks JavaScript for numbers at each turn';
  if (feeds.filter(({ kind }) => kind === 'input').length < inputs) return 'is given one tensor twice';
  return undefined;
}

function isSame(one: GraphPlan, other: GraphPlan): boolean {
  const variables = ({ feeds }: GraphPlan) =>
    feeds.flatMap((feed) => (feed.kind === 'variable' ? [feed.variable] : []));
  return one.work === other.work && variables(one).every((each, index) => each === variables(other)[index]);
}

function hasTypesOf(after: Named, before: Named): boolean {
  return (
    Object.keys(after).join() === Object.keys(before).join() &&
    signature(Object.values(after)) === signature(Object.values(before))
  );
}

function signature(tensors: readonly tf.Tensor[]): string {
  return tensors.map(({ dtype, shape }) => `${dtype}[${shape.join()}]`).join(' ');
}

function asGraph({ message }: GraphError): string {
  return `fails as a graph: ${message.split('\n')[0]}`;
}
