import type { WorkSize } from './work-size';

/** Above these, XLA was measured to compile for long and to gain nothing: large matrix products … */
const mostElements = 300e6;
const mostOperations = 3000;
/** … and unrolled recurrences, where one matrix of weights is multiplied at each step of time, for more steps than this. */
const mostReuse = 8;

/** Seconds that XLA takes to compile, in all and per operation. */
const compiling = { base: 0.25, operation: 0.0014 };
/** Seconds that a plain graph takes per operation and per number that it gives; XLA saves about `saved` of them. */
const running = { operation: 6e-6, element: 0.3e-9, saved: 0.3 };

/**
 * Whether TensorFlow's compiler XLA, which merges operations into loops of machine code, saves more time in so many
 * calls than it takes to compile. The seconds were measured on two cores; only their ratio counts.
 *
 * It decides by sizes alone, not by a clock, so that the same training does the same on each run.
 */
export function paysXla({ operations, elements, reuse }: WorkSize, calls: number): boolean {
  if (operations > mostOperations || elements > mostElements || reuse > mostReuse) return false;
  const cost = compiling.base + compiling.operation * operations;
  const each = running.operation * operations + running.element * elements;
  return calls * running.saved * each > cost;
}

/** Seconds up to which a step counts as short, as estimated from its sizes, and what a run of a graph costs besides. */
const shortStep = 1.2e-3;
const runOfGraph = 0.15e-3;

/**
 * Whether it pays to do several steps of this size in one run of a graph: short ones, if there are so many that what the
 * runs cost is more than compiling another graph.
 */
export function paysSeries({ operations, elements }: WorkSize, calls: number): boolean {
  const each = running.operation * operations + running.element * elements;
  return each <= shortStep && calls * runOfGraph > compiling.base + compiling.operation * operations;
}
