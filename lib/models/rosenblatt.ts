import { expectTargets } from '../expect/expect-targets';
import type { Perceptron } from './perceptron';

/** The weights after one mistake: which row of which epoch (both from 0) caused it, and where they moved to. */
export interface PerceptronUpdate {
  readonly epoch: number;
  readonly row: number;
  readonly weights: readonly number[];
  readonly bias: number;
}

/** What happened while a perceptron learned. */
export interface PerceptronRun {
  /** Whether an epoch went by without a mistake. */
  readonly converged: boolean;
  /** Epochs walked through, the last one without a mistake if it converged. */
  readonly epochs: number;
  readonly mistakesPerEpoch: readonly number[];
  readonly updates: readonly PerceptronUpdate[];
  /**
   * Where the run bit its own tail: the weights before epoch `start` came back `length` epochs later. As nothing else
   * decides what comes next, everything repeats from there for ever.
   */
  readonly cycle?: { readonly start: number; readonly length: number };
}

/**
 * Trains `perceptron` by Rosenblatt's rule, row after row, until an epoch passes without a mistake.
 *
 * @param inputs `[rows][inputs]`
 * @param targets one label per row
 * @param options.epochs when to give up
 */
export function rosenblatt(
  perceptron: Perceptron,
  inputs: readonly (readonly number[])[],
  targets: readonly number[],
  { epochs }: { readonly epochs: number },
): PerceptronRun {
  expectTargets('rosenblatt', 'rows', inputs, targets);
  const updates: PerceptronUpdate[] = [];
  const mistakesPerEpoch: number[] = [];
  const firstSeen = new Map<string, number>();
  let cycle: PerceptronRun['cycle'];

  for (let epoch = 0; epoch < epochs; epoch++) {
    const state = [...perceptron.weights, perceptron.bias].join();
    const start = firstSeen.get(state);
    if (start === undefined) firstSeen.set(state, epoch);
    else cycle ??= { start, length: epoch - start };

    const before = updates.length;
    inputs.forEach((x, row) => {
      if (perceptron.learn(x, targets[row]))
        updates.push({ epoch, row, weights: [...perceptron.weights], bias: perceptron.bias });
    });
    mistakesPerEpoch.push(updates.length - before);
    if (updates.length === before) return { converged: true, epochs: epoch + 1, mistakesPerEpoch, updates };
  }
  return { converged: false, epochs, mistakesPerEpoch, updates, cycle };
}
