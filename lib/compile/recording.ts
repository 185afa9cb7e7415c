import type * as tf from '@tensorflow/tfjs';
import type { NativeAttribute, NativeTensor, NativeValues } from './native-backend';

/** One operation that ran: which, on which tensors, and what came of it. */
export interface RecordedOp {
  readonly name: string;
  readonly attributes: readonly NativeAttribute[];
  readonly inputs: readonly number[];
  readonly outputs: readonly NativeTensor[];
  /** Where it was asked for, in words, if the recording was to know; see `placeNow`. */
  readonly place?: () => string;
}

/** Numbers that JavaScript gave to the library while the work ran. */
export interface RecordedConstant {
  readonly shape: readonly number[];
  readonly dtype: number;
  readonly values: NativeValues;
}

/** A tensor whose values are computed anew by JavaScript for each run. */
export interface StepInput {
  readonly id: number;
  readonly shape: readonly number[];
  readonly dtype: number;
  readonly compute: () => NativeValues;
}

/** A look at tensors that refuses the run, before anything is changed, by throwing. */
export interface Guard {
  readonly tensors: readonly tf.Tensor[];
  readonly look: (...values: NativeValues[]) => void;
}

/** What ran once, and is to be run again as a graph. */
export interface Recording {
  readonly ops: RecordedOp[];
  readonly constants: Map<number, RecordedConstant>;
  readonly stepInputs: StepInput[];
  readonly guards: { readonly ids: readonly number[]; readonly look: Guard['look'] }[];
  readonly effects: (() => void)[];
  /** Why it can't be run as a graph, with the place. */
  refusal?: string;
}

/** A recording under way; see `record`. */
export interface OpenRecording extends Recording {
  /** The library's number of a tensor. */
  idOf(tensor: tf.Tensor): number;
  /** While above 0, what runs is not part of the recording. */
  paused: number;
}

let open: OpenRecording | undefined;
let undo = () => {};

/** The recording that what runs now belongs to, if any. */
export function currentRecording(): OpenRecording | undefined {
  return open && open.paused === 0 ? open : undefined;
}

/**
 * Begins a recording, or ends it.
 *
 * @param abandon puts tfjs back in order if the work is halted by force, which passes by every `finally`
 */
export function setRecording(recording: OpenRecording | undefined, abandon = () => {}): void {
  open = recording;
  undo = abandon;
}

/** Ends the recording that nobody will end. */
export function abandonRecording(): void {
  const abandon = undo;
  setRecording(undefined);
  abandon();
}

/** Whether a recording is under way, also while it is paused. */
export function isRecording(): boolean {
  return open !== undefined;
}
