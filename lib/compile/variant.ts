import type * as tf from '@tensorflow/tfjs';
import { graphs } from './graph-cache';
import { discardPlan, type GraphPlan, type Outputs, planGraph } from './graph-plan';
import { GraphError, type GraphSession } from './graph-session';
import type { NativeBackend } from './native-backend';
import { paysXla } from './pays-xla';
import { record } from './record';
import { replay } from './replay';

/** How many recordings may differ from the one before until the work counts as one that can't be compiled. */
const patience = 2;

/** Compiled work for one shape of its inputs. */
export class Variant {
  readonly #backend: NativeBackend;
  #plan: GraphPlan | undefined;
  #session: GraphSession | undefined;
  #calls = 0;
  #differing = 0;
  mode: 'eager' | 'recorded' | 'graph' = 'recorded';
  why: string | undefined;

  readonly #expected: number;

  /** @param expected how many calls there will be, as far as known */
  constructor(backend: NativeBackend, expected: number) {
    this.#backend = backend;
    this.#expected = expected;
  }

  /** Does the work, by the graph where there is one. */
  run(inputs: readonly tf.Tensor[], work: () => Outputs): Outputs {
    this.#calls++;
    if (this.why !== undefined) return work();
    // 1, 2, 4, 8 …
    const due = (this.#calls & (this.#calls - 1)) === 0;
    if (!this.#session || !this.#plan || due) return this.#record(inputs, work);
    this.mode = 'graph';
    try {
      return replay(this.#backend, this.#session, this.#plan, inputs);
    } catch (error) {
      // What TensorFlow refuses in the middle of a graph, the work itself refuses in plain words.
      if (!(error instanceof GraphError)) throw error;
      const result = work();
      this.#giveUp(asGraph(error));
      return result;
    }
  }

  dispose(): void {
    if (this.#plan && this.#session) graphs.release(this.#plan);
    if (this.#plan) discardPlan(this.#backend, this.#plan);
    this.#plan = undefined;
    this.#session = undefined;
  }

  #record(inputs: readonly tf.Tensor[], work: () => Outputs): Outputs {
    this.mode = 'recorded';
    const backend = this.#backend;
    const earlier = this.#plan;
    const xla = earlier !== undefined && paysXla(earlier.size, Math.max(this.#expected, 2 * this.#calls));
    const { result, used: plan } = record(backend, inputs, work, (recording, outputs, variables) =>
      planGraph(backend, inputs, outputs, recording, variables, xla),
    );
    const same = earlier !== undefined && isSame(earlier, plan);
    const first = earlier === undefined;
    const held = this.#session !== undefined;
    this.dispose();
    this.#plan = plan;
    if (!first && plan.refusal) this.#giveUp(plan.refusal);
    else if (same) this.#load(plan);
    else if (!first && (held || ++this.#differing >= patience))
      this.#giveUp(`does not do the same at each call: ${difference(earlier, plan)}`);
    return result;
  }

  #load(plan: GraphPlan): void {
    try {
      this.#session = graphs.acquire(this.#backend, plan);
    } catch (error) {
      if (!(error instanceof GraphError)) throw error;
      this.#giveUp(asGraph(error));
    }
  }

  #giveUp(why: string): void {
    this.dispose();
    this.why = why;
    this.mode = 'eager';
  }
}

/** Whether two recordings are of the same work on the same variables. */
function isSame(one: GraphPlan, other: GraphPlan): boolean {
  return (
    one.work === other.work && variablesOf(one).every((each, index) => each === variablesOf(other)[index])
  );
}

function variablesOf({ feeds, assigned }: GraphPlan): tf.Variable[] {
  return [...feeds.flatMap((feed) => (feed.kind === 'variable' ? [feed.variable] : [])), ...assigned];
}

/** In what two recordings differ, in words. */
function difference(one: GraphPlan, other: GraphPlan): string {
  const [first, next] = [one.size.operations, other.size.operations];
  if (first !== next) return `${first} operations at one, ${next} at the next`;
  return 'a number that changed between two calls became part of it; give it by stepInput';
}

function asGraph({ message }: GraphError): string {
  return `fails as a graph: ${message.split('\n')[0]}`;
}
