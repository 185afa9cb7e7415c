import * as tf from '@tensorflow/tfjs';
import { LoopVariant } from './loop-variant';
import { nativeBackend } from './native-backend';
import { isRecording } from './recording';
import { type Named, takeTurns } from './take-turns';

/**
 * One turn of a loop.
 *
 * @param turn its number, an int32 scalar from 0
 * @param state what the turn before gave
 * @param fixed what is the same for all turns
 * @returns the state after it: the same names, types and shapes
 */
export type Turn<State extends Named, Fixed extends Named> = (
  turn: tf.Scalar,
  state: State,
  fixed: Fixed,
) => State;

/** Turns that are recorded, and then run as one graph. */
export interface CompiledLoop<State extends Named, Fixed extends Named> {
  /** Does so many turns, at least one; the last one's state is the caller's to dispose, as are the given tensors. */
  (turns: number, state: State, fixed: Fixed): State;
  /** How the latest call was done. */
  readonly mode: 'eager' | 'graph';
  /** Whether the graph is one that XLA compiles. */
  readonly xla: boolean;
  /** Why it is done eagerly. */
  readonly why: string | undefined;
  /** Lets go of the graph; later calls are done eagerly. */
  dispose(): void;
}

/**
 * Makes many turns of the same work quicker on the native tier, where each goes on from what the one before gave: two
 * turns are recorded operation by operation, and if both did the same, all turns of a call run inside one graph of
 * TensorFlow's, with no JavaScript between them.
 *
 * A turn may read variables, but not assign them, and it can't look at numbers, neither by `guard`. What can't be a
 * graph runs eagerly; so do calls with other shapes than the first one's.
 *
 * @param calls about how many turns there will be in all: many are worth a longer compilation
 * @example
 * const grow = compileLoop((turn, { x }: { x: tf.Tensor1D }, { rate }: { rate: tf.Scalar }) => ({ x: x.mul(rate) }));
 * const { x } = grow(100, { x: tf.ones([3]) }, { rate: tf.scalar(1.01) });
 */
export function compileLoop<State extends Named, Fixed extends Named>(
  turn: Turn<State, Fixed>,
  { calls = 0 }: { readonly calls?: number } = {},
): CompiledLoop<State, Fixed> {
  let variant: LoopVariant | undefined;
  let mode: 'eager' | 'graph' = 'eager';
  let why: string | undefined;

  function call(turns: number, state: State, fixed: Fixed): State {
    const work = (index: tf.Scalar, now: Named) => turn(index, now as State, fixed);
    const backend = nativeBackend();
    if (!backend || isRecording() || tf.engine().state.gradientDepth > 0) {
      [mode, why] = ['eager', backend ? undefined : `the ${tf.getBackend()} backend has no graphs`];
      return takeTurns(turns, state, work) as State;
    }
    variant ??= new LoopVariant(backend, calls);
    const after = variant.run(turns, state, fixed, work) as State;
    ({ mode, why } = variant);
    return after;
  }

  return Object.defineProperties(call as CompiledLoop<State, Fixed>, {
    mode: { get: () => mode },
    xla: { get: () => variant?.xla ?? false },
    why: { get: () => why },
    dispose: { value: () => variant?.dispose() },
  });
}
