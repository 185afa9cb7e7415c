import * as tf from '@tensorflow/tfjs';
import { guard } from '../../compile';
import { expectBetween } from '../../expect/expect-between';
import { expectFinite } from '../../expect/expect-finite';
import { expectShape } from '../../expect/expect-shape';
import { expectSize } from '../../expect/expect-size';
import type { Rng } from '../../rng';
import { dropout } from '../dropout';
import { recurrence } from './recurrence';
import type { Columns, RecurrentCell } from './recurrent-cell';
import { RecurrentWeights } from './recurrent-weights';

/** What a recurrent network takes besides its sizes. */
export interface RecurrentOptions {
  /** How many layers follow each other; 1 by default. */
  readonly layers?: number;
  /** Whether each layer also reads from the end to the beginning; its outputs are then twice as wide. */
  readonly bidirectional?: boolean;
  /** While training, the share of numbers set to 0 between layers; 0 by default. */
  readonly dropout?: number;
}

/** Where a run starts and ends. */
export interface RecurrentRunOptions {
  /** int32 `[batch]`: how many steps of each row count, 1 … time; all by default. Behind them the output is 0. */
  readonly lengths?: tf.Tensor1D;
  /** The states before the first step, each `[layers · directions, batch, hidden]`; zeros by default. */
  readonly initial?: readonly tf.Tensor3D[];
  /** Given only while training: where dropout draws from. */
  readonly rng?: Rng;
}

/** One layer: how it reads ahead and, if it does, backwards. */
export interface RecurrentLayer {
  readonly ahead: RecurrentWeights;
  readonly backwards?: RecurrentWeights;
}

/** The layers of a recurrent network, whatever its cell: what `Rnn`, `Lstm` and `Gru` have in common. */
export class RecurrentLayers {
  readonly layers: readonly RecurrentLayer[];
  readonly #who: string;
  readonly #cell: RecurrentCell;
  readonly #dropout: number;

  constructor(
    who: string,
    cell: RecurrentCell,
    readonly inSize: number,
    readonly hiddenSize: number,
    rng: Rng,
    { layers = 1, bidirectional = false, dropout = 0 }: RecurrentOptions,
  ) {
    expectSize(who, 'inputs', inSize);
    expectSize(who, 'hidden units', hiddenSize);
    expectSize(who, 'layers', layers);
    expectBetween(who, 'a dropout', dropout, 0, 1);
    this.#who = `${who}(${inSize} → ${hiddenSize})`;
    this.#cell = cell;
    this.#dropout = dropout;
    const width = hiddenSize * (bidirectional ? 2 : 1);
    this.layers = Array.from({ length: layers }, (_, layer) => {
      const weights = (way: string) =>
        new RecurrentWeights(
          cell.gates,
          layer === 0 ? inSize : width,
          hiddenSize,
          rng.fork(`${way}.${layer}`),
        );
      return { ahead: weights('ahead'), ...(bidirectional && { backwards: weights('backwards') }) };
    });
  }

  /**
   * @param x `[batch, time, in]`
   * @returns the last layer's output `[batch, time, hidden · directions]`; each final state `[layers · directions, batch, hidden]`
   */
  run(
    x: tf.Tensor3D,
    { lengths, initial, rng }: RecurrentRunOptions = {},
  ): { output: tf.Tensor3D; final: tf.Tensor3D[] } {
    this.#expectInputs(x, lengths, initial);
    const H = this.hiddenSize;
    const [B, T] = x.shape;
    return tf.tidy(() => {
      const mask = lengths && stepsWithin(lengths, T);
      const starts = initial?.map((state) => state.transpose<tf.Tensor3D>([0, 2, 1]));
      const zeros = starts ? undefined : tf.zeros<tf.Rank.R2>([H, B]);
      const finals: Columns[][] = [];
      let sequence = x.transpose<tf.Tensor3D>([1, 2, 0]); // [time, channels, batch]
      for (const [index, { ahead, backwards }] of this.layers.entries()) {
        if (index > 0 && rng && this.#dropout > 0) sequence = dropout(sequence, this.#dropout, rng);
        const outputs = [ahead, ...(backwards ? [backwards] : [])].map((weights) => {
          const start = Array.from(
            { length: this.#cell.states },
            (_, k) => starts?.[k].slice([finals.length, 0, 0], [1, H, B]).reshape<Columns>([H, B]) ?? zeros!,
          );
          const reverse = weights === backwards;
          const weight = this.#cell.weight(weights);
          const { output, final } = recurrence(this.#cell, sequence, weight, start, { reverse, mask });
          finals.push(final);
          return output;
        });
        sequence = outputs.length === 1 ? outputs[0] : tf.concat(outputs, 1);
      }
      return {
        output: sequence.transpose<tf.Tensor3D>([2, 0, 1]),
        final: Array.from({ length: this.#cell.states }, (_, k) =>
          tf.stack(finals.map((final) => final[k])).transpose<tf.Tensor3D>([0, 2, 1]),
        ),
      };
    });
  }

  #expectInputs(x: tf.Tensor3D, lengths?: tf.Tensor1D, initial?: readonly tf.Tensor3D[]): void {
    const { inSize, hiddenSize } = this;
    const who = this.#who;
    expectShape(who, x, 'batch', 'time', inSize);
    expectFinite(who, x);
    const [B, T] = x.shape;
    const states = this.layers.reduce((sum, { backwards }) => sum + (backwards ? 2 : 1), 0);
    for (const state of initial ?? []) expectShape(`${who}, initial state`, state, states, B, hiddenSize);
    if (!lengths) return;
    expectShape(`${who}, lengths`, lengths, B);
    guard([lengths], (values) => {
      const row = values.findIndex((length) => !Number.isInteger(length) || length < 1 || length > T);
      if (row >= 0)
        throw new Error(
          `${who}: expected lengths of 1–${T} steps, got ${values[row]} for row ${row}. Leave out empty rows.`,
        );
    });
  }
}

/** 1 at the steps before a row's length, 0 behind them: `[time, 1, batch]`. */
function stepsWithin(lengths: tf.Tensor1D, time: number): tf.Tensor3D {
  const steps = tf.range(0, time, 1, 'int32').reshape([time, 1, 1]);
  return steps.less(lengths.reshape([1, 1, -1])).cast('float32');
}
