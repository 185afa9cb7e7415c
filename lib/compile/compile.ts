import * as tf from '@tensorflow/tfjs';
import type { Outputs } from './graph-plan';
import { nativeBackend } from './native-backend';
import { isRecording } from './recording';
import { Variant, type XlaUse } from './variant';

/** Work that is recorded, and then run as a graph. */
export interface Compiled<Inputs extends readonly tf.Tensor[], Results extends Outputs> {
  /** Does the work; what it returns is the caller's to dispose, other tensors it makes are freed. */
  (...inputs: Inputs): Results;
  /** How the latest call was done. */
  readonly mode: 'eager' | 'recorded' | 'graph';
  /** Whether the graph is one that XLA compiles. */
  readonly xla: boolean;
  /** About how many seconds the next call for inputs of the latest one's shapes will compile; 0 where it won't for long. */
  readonly compileSeconds: number;
  /** Why it is done eagerly, such as `reads the result of ArgMax in the middle of its work at lib/…:12`. */
  readonly why: string | undefined;
  /** Calls for inputs of the latest one's shapes, several in one run of a graph. */
  readonly ahead: Ahead;
  /** Lets go of the graphs. */
  dispose(): void;
}

/**
 * Calls that are done in advance, several in one run of a graph, and then taken one by one. After each, variables hold
 * and guards see what they would if it were done by itself.
 */
export interface Ahead {
  /** How many of the next calls can be done so, where that pays, 2 … `longestSeries`; else 0. */
  readonly room: number;
  /**
   * Does the next `count` calls.
   *
   * @param inputs those of all calls, `[longestSeries, ...]` each, of which the first `count` are used
   * @param at brings JavaScript's state to where a call will find it, from call 0
   * @returns whether it was done
   */
  start(count: number, inputs: readonly tf.Tensor[], at: (call: number) => void): boolean;
  /** Takes the next; false where there is none, and the call is to be made. */
  take(): boolean;
  /** Gives up those not taken. */
  settle(): void;
}

/** What is known beforehand of the calls. */
export interface CompileOptions {
  /** About how many there will be: many are worth a longer compilation. */
  readonly calls?: number;
  /** Whether TensorFlow's compiler XLA merges the operations; `auto`, the default, where the sizes promise a gain. */
  readonly xla?: XlaUse;
  /**
   * Whether it does the same at every call until `dispose`, as a forward pass without dropout: once its graph is
   * known, also from earlier work, it isn't recorded again. False by default.
   */
  readonly steady?: boolean;
}

/** How many shapes of inputs are compiled; the one used longest ago is given up for a new one. */
const mostShapes = 8;

/**
 * Makes work on tensors quicker on the native tier: its first two calls for each shape of its inputs are recorded
 * operation by operation, and if both did the same, later calls run as one graph of TensorFlow's.
 *
 * The work may read and assign variables. It must do the same at each call: numbers that differ from call to call come
 * in by its inputs or by `stepInput`, a look at data by `guard`, a change of JavaScript's state by `effect`. Work that
 * does otherwise is found out where two recordings differ, and done eagerly; so is all work on the other tiers.
 * Recordings are repeated at calls 4, 8, 16 … for what changes late.
 *
 * @param work gives its results by name
 * @example
 * const step = compile((x: tf.Tensor2D) => ({ y: model.forward(x) }));
 * const { y } = step(batch);
 */
export function compile<Inputs extends readonly tf.Tensor[], Results extends Outputs>(
  work: (...inputs: Inputs) => Results,
  { calls = 0, xla = 'auto', steady = false }: CompileOptions = {},
): Compiled<Inputs, Results> {
  const variants = new Map<string, Variant>();
  let mode: Compiled<Inputs, Results>['mode'] = 'eager';
  let xlaUsed = false;
  let compileSeconds = 0;
  let why: string | undefined;
  let latest: Variant | undefined;
  const tidied = (inputs: Inputs) => tf.tidy(() => work(...inputs));

  function call(...inputs: Inputs): Results {
    const backend = nativeBackend();
    // Inside of another recording, or of a gradient, the operations themselves are needed.
    if (!backend || isRecording() || tf.engine().state.gradientDepth > 0) {
      [mode, xlaUsed, compileSeconds] = ['eager', false, 0];
      why = backend ? undefined : `the ${tf.getBackend()} backend has no graphs`;
      latest = undefined;
      return tidied(inputs);
    }
    const shapes = signature(inputs);
    const variant = variants.get(shapes) ?? new Variant(backend, calls, xla, steady);
    variants.delete(shapes);
    variants.set(shapes, variant);
    for (const [oldest, old] of variants) {
      if (variants.size <= mostShapes) break;
      old.dispose();
      variants.delete(oldest);
    }
    if (latest !== variant) latest?.settle();
    latest = variant;
    const results = variant.run(inputs, () => tidied(inputs)) as Results;
    ({ mode, why, xla: xlaUsed, compileSeconds } = variant);
    return results;
  }

  return Object.defineProperties(call as Compiled<Inputs, Results>, {
    mode: { get: () => mode },
    xla: { get: () => xlaUsed },
    compileSeconds: { get: () => compileSeconds },
    why: { get: () => why },
    ahead: { get: () => latest ?? none },
    dispose: {
      value: () => {
        for (const variant of variants.values()) variant.dispose();
        variants.clear();
      },
    },
  });
}

/** Where nothing is done in advance. */
const none: Ahead = { room: 0, start: () => false, take: () => false, settle: () => {} };

/** The same for inputs that one graph can take: types, shapes, and which of them are one tensor. */
function signature(inputs: readonly tf.Tensor[]): string {
  const first = (tensor: tf.Tensor) => inputs.findIndex(({ dataId }) => dataId === tensor.dataId);
  return inputs.map((tensor) => `${tensor.dtype}[${tensor.shape.join()}]${first(tensor)}`).join(' ');
}
