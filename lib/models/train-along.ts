import * as tf from '@tensorflow/tfjs';
import type { TextStreams } from '../data';
import { expectSize } from '../expect/expect-size';
import { finish } from '../finish';
import { crossEntropy } from '../losses';
import type { Optimizer } from '../optim';
import { Rng } from '../rng';
import { type TrainingProgress, trainStep } from '../train';
import { Pace } from '../train/pace';
import { carryState } from './carry-state';
import type { RecurrentLanguageModel, RecurrentState } from './recurrent-language-model';

/** The longest time without a turn of the event loop, on which output and the stop button depend. */
const longestWork = 25; // ms

/** How {@link trainAlong} trains. */
export interface TrainAlongOptions {
  /** Updates, one per window; behind a stream's last window it begins anew, with an empty state. */
  readonly steps: number;
  /** The greatest length of the gradient; a longer one is shortened to it. By default only measured. */
  readonly clipNorm?: number;
  /** Measures every so many steps, and after the last. */
  readonly heldOut?: {
    readonly every: number;
    readonly measure: () => Readonly<Record<string, number>>;
  };
  /** Stops the run between two steps. By default the notebook's stop button. */
  readonly signal?: AbortSignal;
}

/** How far {@link trainAlong} is. */
export interface TrainAlongProgress extends TrainingProgress {
  /** Euclidean length of the whole gradient before clipping. */
  readonly gradientNorm: number;
}

/**
 * Trains a language model along a text by truncated back-propagation through time: each window begins with the state
 * that the one before ended with, but no gradient flows back into that window.
 *
 * Williams and Peng, "An efficient gradient-based algorithm for on-line training of recurrent network trajectories",
 * 1990; Mikolov, "Statistical language models based on neural networks", 2012, section 3.3.
 *
 * @param optimizer made for this model
 * @returns the progress after each step
 * @throws Error where an option makes no sense, at once; where the loss or the gradient is not finite, before the update
 * @throws the signal's reason when stopped
 * @example for await (const { step, loss } of trainAlong(model, optimizer, text, { steps: 800 })) console.log(step, loss);
 */
export function trainAlong<S extends RecurrentState>(
  model: RecurrentLanguageModel<S>,
  optimizer: Optimizer,
  text: TextStreams,
  options: TrainAlongOptions,
): AsyncGenerator<TrainAlongProgress, void, undefined> {
  const { steps, clipNorm, heldOut } = options;
  expectSize('trainAlong', 'steps', steps);
  if (heldOut) expectSize('trainAlong', 'steps between held-out measures', heldOut.every);
  if (clipNorm !== undefined && !(clipNorm > 0))
    throw new Error(`trainAlong: expected a clipNorm above 0, got ${clipNorm}`);
  return run(model, optimizer, text, options);
}

async function* run<S extends RecurrentState>(
  model: RecurrentLanguageModel<S>,
  optimizer: Optimizer,
  text: TextStreams,
  { steps, clipNorm, heldOut, signal }: TrainAlongOptions,
): AsyncGenerator<TrainAlongProgress, void, undefined> {
  const empty = Object.entries(model.emptyState(text.streams));
  const memory = Object.fromEntries(empty.map(([name, zeros]) => [name, tf.variable(zeros, false)]));
  const update = trainStep(carryState(model, memory), optimizer, crossEntropy, { clipNorm, steps });
  const pace = new Pace();
  const noChance = new Rng(0); // no dropout
  let turned = performance.now();
  try {
    for (let step = 1; step <= steps; step++) {
      if (performance.now() - turned >= longestWork) {
        await new Promise(setImmediate);
        turned = performance.now();
      }
      const stop = signal ?? globalThis.kernel?.signal;
      if (stop?.aborted) throw stop.reason;
      const window = (step - 1) % text.windows;
      if (window === 0) for (const [name, zeros] of empty) memory[name].assign(zeros);
      const begun = performance.now();
      const result = finish(() => tf.tidy(() => ({ ...update(text.take(window), noChance) })));
      const milliseconds = performance.now() - begun;
      for (const [name, value] of Object.entries({ loss: result.loss, 'gradient norm': result.gradientNorm }))
        if (!Number.isFinite(value))
          throw new Error(
            `trainAlong: step ${step}: expected a finite ${name}, got ${value}. The parameters are as they were ` +
              'before this step. Try a smaller learning rate or clipNorm.',
          );
      // The first steps are recorded and compiled.
      if (update.compiled.mode === 'graph' || step > 4) pace.count(text.streams, milliseconds);
      else pace.leaveOut(milliseconds);
      const due = heldOut && (step % heldOut.every === 0 || step === steps);
      yield {
        step,
        steps,
        ...result,
        examplesPerSecond: pace.examplesPerSecond,
        secondsLeft: pace.secondsLeft(steps - step),
        ...(due && { heldOut: heldOut.measure() }),
      };
    }
  } finally {
    update.dispose();
    tf.dispose([...empty.map(([, zeros]) => zeros), ...Object.values(memory)]);
  }
}
