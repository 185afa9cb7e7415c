import * as tf from '@tensorflow/tfjs';
import { expectFinite } from '../../expect/expect-finite';
import { expectShape } from '../../expect/expect-shape';
import { Gru } from './gru';
import { gruCell } from './gru-cell';
import { Lstm } from './lstm';
import { lstmCell } from './lstm-cell';
import type { Columns } from './recurrent-cell';

/** What an {@link Lstm} did at each step, each `[batch, time, hidden]`; gates are shares, 0 … 1. */
export type LstmGates = {
  /** i: how much of the candidate enters the memory */
  readonly input: tf.Tensor3D;
  /** f: how much of the memory stays */
  readonly forget: tf.Tensor3D;
  /** g, −1 … 1: what could enter */
  readonly candidate: tf.Tensor3D;
  /** o: how much of the memory is shown */
  readonly output: tf.Tensor3D;
  /** c, after the step */
  readonly memory: tf.Tensor3D;
  /** h, after the step */
  readonly state: tf.Tensor3D;
};

/** What a {@link Gru} did at each step, each `[batch, time, hidden]`; gates are shares, 0 … 1. */
export type GruGates = {
  /** r: how much of the state the candidate sees */
  readonly reset: tf.Tensor3D;
  /** z: how much of the state stays */
  readonly update: tf.Tensor3D;
  /** n, −1 … 1: what the rest is replaced by */
  readonly candidate: tf.Tensor3D;
  /** h, after the step */
  readonly state: tf.Tensor3D;
};

/**
 * Runs a network of one layer, which reads ahead, and writes down what its gates did at each step.
 *
 * @param x `[batch, time, in]`, such as a sentence's embeddings
 * @returns new tensors, which the caller disposes
 * @throws Error on an empty sequence, on several layers, and where the network also reads backwards
 * @example const { forget } = recordGates(lstm, x); // [batch, time, hidden]
 */
export function recordGates(network: Lstm, x: tf.Tensor3D): LstmGates;
export function recordGates(network: Gru, x: tf.Tensor3D): GruGates;
export function recordGates(network: Lstm | Gru, x: tf.Tensor3D): LstmGates | GruGates {
  const who = 'recordGates';
  if (!(network instanceof Lstm || network instanceof Gru))
    throw new Error(`${who}: expected an Lstm or a Gru, got a network without gates`);
  const [{ ahead, backwards }, ...above] = network.layers;
  if (backwards || above.length > 0)
    throw new Error(
      `${who}: expected one layer that reads ahead, ` +
        `got ${network.layers.length}${backwards ? ' in both directions' : ''}`,
    );
  expectShape(who, x, 'batch', 'time', network.inSize);
  expectFinite(who, x);
  const cell = network instanceof Lstm ? lstmCell : gruCell;
  const [B, , H] = [x.shape[0], x.shape[1], network.hiddenSize];
  return tf.tidy(() => {
    const weight = cell.weight(ahead);
    const one = tf.ones<tf.Rank.R2>([1, B]);
    let state: readonly Columns[] = Array.from({ length: cell.states }, () => tf.zeros<tf.Rank.R2>([H, B]));
    const steps = tf.unstack(x.transpose<tf.Tensor3D>([1, 2, 0])).map((xt) => {
      // a = W [x; 1; h]
      const sums = tf.matMul(weight, tf.concat<Columns>([xt as Columns, one, state[0]], 0));
      const step = cell.step(tf.split<Columns>(sums, cell.reads.length, 0), state);
      state = step.state;
      return step;
    });
    /** [time, hidden, batch] → [batch, time, hidden] */
    const over = (of: (step: (typeof steps)[number]) => Columns) =>
      tf.stack(steps.map(of)).transpose<tf.Tensor3D>([2, 0, 1]);
    const kept = (k: number) => over((step) => step.kept[k]);
    const after = over((step) => step.state[0]);
    if (cell === gruCell) return { reset: kept(0), update: kept(1), candidate: kept(2), state: after };
    const gates = { input: kept(0), forget: kept(1), candidate: kept(2), output: kept(3) };
    return { ...gates, memory: over((step) => step.state[1]), state: after };
  });
}
