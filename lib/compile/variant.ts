import type * as tf from '@tensorflow/tfjs';
import { ChainError } from './chain-error';
import { difference } from './difference';
import { graphs } from './graph-cache';
import { discardPlan, type GraphPlan, type Outputs, planGraph } from './graph-plan';
import { GraphError, type GraphSession } from './graph-session';
import type { NativeBackend } from './native-backend';
import { paysSeries, paysXla } from './pays-xla';
import { record, type VariablesBefore } from './record';
import type { Recording } from './recording';
import { replay } from './replay';
import { Series } from './series';
import { longestSeries } from './series-run';

/** How many recordings may differ from the one before until the work counts as one that can't be compiled. */
const patience = 2;

/** Where XLA is used: where it promises a gain, or in tests and measurements, always or never. */
export type XlaUse = 'auto' | 'always' | 'never';

/** XLA was measured to compile for so many times as long as the recording before took, on an idle machine and a busy one. */
const xlaPerRecording = 28;

/** The call to be recorded after this many: 1, 2, 4, then 16, 64, 256 …: a recording costs as much as a dozen runs. */
function nextDue(calls: number): number {
  return calls < 2 ? calls + 1 : 4 ** (Math.floor(Math.log2(calls) / 2) + 1);
}

const isDue = (call: number) => nextDue(call - 1) === call;

/** Compiled work for one shape of its inputs. */
export class Variant {
  readonly #backend: NativeBackend;
  #plan: GraphPlan | undefined;
  #session: GraphSession | undefined;
  #calls = 0;
  #differing = 0;
  #series: Series | undefined;
  /** Whether a series was tried in vain. */
  #single = false;
  mode: 'eager' | 'recorded' | 'graph' = 'recorded';
  why: string | undefined;
  /** About how many seconds the next call will compile; 0 where it won't for long. */
  compileSeconds = 0;

  readonly #expected: number;
  readonly #xlaUse: XlaUse;
  readonly #steady: boolean;

  /**
   * @param expected how many calls there will be, as far as known
   * @param steady whether it need not be recorded again once it runs as a graph
   */
  constructor(backend: NativeBackend, expected: number, xlaUse: XlaUse, steady: boolean) {
    this.#backend = backend;
    this.#expected = expected;
    this.#xlaUse = xlaUse;
    this.#steady = steady;
  }

  /** Whether the graph is one that XLA compiles. */
  get xla(): boolean {
    return this.#session !== undefined && this.#plan?.xla === true;
  }

  /** Does the work, by the graph where there is one. */
  run(inputs: readonly tf.Tensor[], work: () => Outputs): Outputs {
    this.#series?.settle();
    this.#calls++;
    if (this.why !== undefined) return work();
    const due = !this.#steady && isDue(this.#calls);
    if (!this.#session || !this.#plan || due) return this.#record(inputs, work);
    this.mode = 'graph';
    this.compileSeconds = 0;
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

  /** How many of the next calls can be done in one run of a graph, where that pays; else 0. */
  get room(): number {
    const plan = this.#plan;
    if (!plan || !this.#session || !plan.xla || this.#single) return 0;
    const pays = this.#xlaUse === 'always' || paysSeries(plan.size, this.#expected);
    const untilDue = this.#steady ? Infinity : nextDue(this.#calls) - 1 - this.#calls;
    const room = Math.min(longestSeries, untilDue);
    return pays && room > 1 ? room : 0;
  }

  /**
   * Does the next `count` calls in one run, to be taken by {@link Variant.take}.
   *
   * @returns whether it was done
   */
  start(count: number, inputs: readonly tf.Tensor[], at: (call: number) => void): boolean {
    try {
      this.#series ??= new Series(this.#backend, this.#plan!);
      this.#single = this.#series.isVain || !this.#series.start(count, inputs, at);
    } catch (error) {
      if (!(error instanceof ChainError || error instanceof GraphError)) throw error;
      this.#single = true;
    }
    return !this.#single;
  }

  /** Takes the next of the calls done in advance; false where there is none. */
  take(): boolean {
    if (!this.#series?.take()) return false;
    this.#calls++;
    this.mode = 'graph';
    this.compileSeconds = 0;
    return true;
  }

  /** Gives up the calls done in advance and not taken. */
  settle(): void {
    this.#series?.settle();
  }

  dispose(): void {
    this.#series?.dispose();
    this.#series = undefined;
    if (this.#plan && this.#session) graphs.release(this.#plan);
    if (this.#plan) discardPlan(this.#backend, this.#plan);
    this.#plan = undefined;
    this.#session = undefined;
  }

  #record(inputs: readonly tf.Tensor[], work: () => Outputs): Outputs {
    this.mode = 'recorded';
    const backend = this.#backend;
    const earlier = this.#plan;
    const begun = performance.now();
    const xla = earlier !== undefined && this.#usesXla(earlier);
    const held = this.#session !== undefined;
    const plansIt = (recording: Recording, outputs: Outputs, variables: VariablesBefore) => ({
      plan: planGraph(backend, inputs, outputs, recording, variables, xla),
      ops: recording.ops,
    });
    // Where another difference would be the reason to give up, its place is to be told.
    const { result, used } = record(backend, inputs, work, plansIt, held || this.#differing > 0);
    const { plan, ops } = used;
    const seconds = (performance.now() - begun) / 1000;
    // Steady work whose graph is there has been recorded twice before.
    const known = this.#steady && !plan.refusal && graphs.has(plan);
    const same = known || (earlier !== undefined && isSame(earlier, plan));
    const first = earlier === undefined;
    this.dispose();
    this.#plan = plan;
    const compiles = plan.xla && !graphs.has(plan);
    if (!first && plan.refusal) this.#giveUp(plan.refusal);
    else if (same) this.#load(plan);
    else if (!first && (held || ++this.#differing >= patience))
      this.#giveUp(`does not do the same at each call: ${difference(earlier, plan, ops)}`);
    this.compileSeconds = compiles && this.#session ? xlaPerRecording * seconds : 0;
    return result;
  }

  #usesXla({ size }: GraphPlan): boolean {
    if (this.#xlaUse !== 'auto') return this.#xlaUse === 'always';
    return paysXla(size, Math.max(this.#expected, 2 * this.#calls));
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

function asGraph({ message }: GraphError): string {
  return `fails as a graph: ${message.split('\n')[0]}`;
}
