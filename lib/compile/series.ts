import type * as tf from '@tensorflow/tfjs';
import { finish } from '../finish';
import { graphs } from './graph-cache';
import type { GraphPlan } from './graph-plan';
import type { GraphSession } from './graph-session';
import { LazyValues } from './lazy-values';
import type { NativeBackend, NativeValues } from './native-backend';
import { seriesPlan } from './series-plan';
import { longestSeries, type SeriesRun } from './series-run';

/** So many series given up for a look at a variable in their middle are taken for a habit. */
const patience = 3;

/**
 * Several steps done in one run of a graph, then taken one by one: after each, the variables hold what they would hold
 * if the steps were done one by one.
 *
 * That is kept true lazily. Nobody usually looks at a parameter between two steps of a training; whoever does is given
 * the value as of the steps taken, for which the graph is run again up to there, and the rest of the series is given up.
 */
export class Series {
  readonly #backend: NativeBackend;
  readonly #plan: GraphPlan;
  readonly #looped: GraphPlan;
  readonly #session: GraphSession;
  readonly #variables: readonly tf.Variable[];
  #run: SeriesRun | undefined;
  #givenUp = 0;

  /**
   * @param plan of one step
   * @throws ChainError where it can't be repeated in a graph; GraphError where TensorFlow refuses that graph
   */
  constructor(backend: NativeBackend, plan: GraphPlan) {
    this.#backend = backend;
    this.#plan = plan;
    this.#looped = seriesPlan(backend, plan, longestSeries);
    this.#session = graphs.acquire(backend, this.#looped);
    this.#variables = plan.feeds.flatMap((feed) => (feed.kind === 'variable' ? [feed.variable] : []));
  }

  /** Whether steps are there to be taken. */
  get pending(): boolean {
    return this.#run !== undefined;
  }

  /** Whether the steps are looked into so often that it doesn't pay. */
  get isVain(): boolean {
    return this.#givenUp >= patience;
  }

  /**
   * Does `count` steps.
   *
   * @param inputs the work's inputs for all of them, `[longestSeries, ...]` each, of which only `count` are used
   * @param at prepares JavaScript's state for the computation of a step's numbers, from step 0
   * @returns whether it was done: not where a variable shares its data with a clone
   */
  start(count: number, inputs: readonly tf.Tensor[], at: (step: number) => void): boolean {
    const { binding } = this.#backend;
    const stepInputs = Array.from({ length: count }, (_, step) => {
      at(step);
      return this.#compute();
    });
    const before = this.#backend.getInputTensorIds([...this.#variables]);
    const shared = this.#variables.some(({ dataId }) => this.#backend.tensorMap.get(dataId).refCount !== 1);
    if (shared) return false;
    const own: number[] = [];
    const kept = (id: number) => {
      own.push(id);
      return id;
    };
    let [variable, number] = [0, 0];
    const fed = this.#plan.feeds.map((feed) => {
      if (feed.kind === 'captured') return feed.id;
      if (feed.kind === 'variable') return before[variable++];
      if (feed.kind === 'step')
        return kept(this.#stack(feed.input.shape, feed.input.dtype, stepInputs, number++));
      const [id] = this.#backend.getInputTensorIds([inputs[feed.index]]);
      // Another number for the same data, which outlives the tensor.
      return kept(binding.executeOp('Identity', [], [id], 1)[0].id);
    });
    const { seen, after } = this.#advance(count, fed, before);
    const values = new LazyValues(this.#backend, this.#variables, () => {
      this.#givenUp++;
      this.settle();
    });
    this.#run = { count, taken: 0, fed, own, stepInputs, seen, values, before, after };
    return true;
  }

  /**
   * Takes the next step: guards look at its numbers, then the variables have its values.
   *
   * @returns false where the step must be done by itself, because JavaScript's state is not the expected one or a clone
   * shares a variable's data; the series is given up then
   * @throws what a guard throws; then the variables are as before the step
   */
  take(): boolean {
    const run = this.#run;
    if (!run) return false;
    if (run.values.isShared || !isSame(run.stepInputs[run.taken], this.#compute())) {
      this.#givenUp++;
      this.settle();
      return false;
    }
    let next = 0;
    for (const { count, look } of this.#plan.guards) {
      look(...run.seen.slice(next, next + count).map((each) => ofStep(each, run.taken)));
      next += count;
    }
    finish(() => {
      run.taken++;
      if (run.taken === run.count) this.settle();
      for (const effect of this.#plan.effects) effect();
    });
    return true;
  }

  /** Gives the variables the values after the steps taken, and gives up the others. */
  settle(): void {
    const run = this.#run;
    if (!run) return;
    this.#run = undefined;
    const { taken, count, fed, own, values, before, after } = run;
    const now = taken === 0 ? before : taken === count ? after : this.#advance(taken, fed, before).after;
    values.give(now);
    const rest = new Set([...before, ...after, ...own]);
    for (const id of now) rest.delete(id);
    for (const id of rest) this.#backend.binding.deleteTensor(id);
  }

  dispose(): void {
    this.settle();
    graphs.release(this.#looped);
  }

  /** Runs the graph: what guards look at, and each variable's value after `count` steps. */
  #advance(count: number, fed: readonly number[], before: readonly number[]) {
    const { binding } = this.#backend;
    const { assigned } = this.#plan;
    const turns = binding.createTensor([], int32, Int32Array.of(count));
    try {
      const fetched = this.#session.run([turns, ...fed]);
      const looks = fetched.slice(0, fetched.length - assigned.length);
      const seen = looks.map(({ id }) => binding.tensorDataSync(id).slice());
      for (const { id } of looks) binding.deleteTensor(id);
      const made = new Map(assigned.map((each, index) => [each, fetched[looks.length + index].id]));
      return { seen, after: this.#variables.map((each, index) => made.get(each) ?? before[index]) };
    } finally {
      binding.deleteTensor(turns);
    }
  }

  /** The numbers that JavaScript computes for a step. */
  #compute(): NativeValues[] {
    return this.#plan.feeds.flatMap((feed) => (feed.kind === 'step' ? [feed.input.compute()] : []));
  }

  /** One of those numbers for all steps, `[longestSeries, ...shape]`. */
  #stack(
    shape: readonly number[],
    dtype: number,
    steps: readonly (readonly NativeValues[])[],
    index: number,
  ): number {
    const [{ [index]: first }] = steps;
    const all = new (first.constructor as Float32ArrayConstructor)(longestSeries * first.length);
    for (const [step, { [index]: values }] of steps.entries()) all.set(values, step * first.length);
    return this.#backend.binding.createTensor([longestSeries, ...shape], dtype, all);
  }
}

/** TensorFlow's number for 32-bit integers. */
const int32 = 3;

/** The part of one step. */
function ofStep(all: NativeValues, step: number): NativeValues {
  const size = all.length / longestSeries;
  return all.subarray(size * step, size * (step + 1));
}

function isSame(one: readonly NativeValues[], other: readonly NativeValues[]): boolean {
  return one.every((values, index) => values.every((value, place) => Object.is(value, other[index][place])));
}
