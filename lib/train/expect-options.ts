import type { Dataset } from '../data';
import { expectSize } from '../expect/expect-size';
import { type Layer, parameters } from '../nn';
import type { Optimizer } from '../optim';
import { expectWritable } from './expect-writable';
import type { TrainOptions } from './train-options';

/** Refuses at the door what {@link train} could only stumble over later. */
export function expectOptions(
  model: Layer,
  optimizer: Optimizer,
  data: Dataset,
  { batchSize, epochs, steps, clipNorm, heldOut, checkpoint }: Omit<TrainOptions, 'loss'>,
): void {
  if (data.size < 1) throw new Error('train: expected a data set with examples, got an empty one');
  expectSize('train', 'examples per batch', batchSize);
  if ((epochs === undefined) === (steps === undefined))
    throw new Error(
      `train: expected either epochs or steps, got ${steps === undefined ? 'neither' : 'both'}`,
    );
  if (epochs !== undefined) expectSize('train', 'epochs', epochs);
  if (steps !== undefined) expectSize('train', 'steps', steps);
  if (heldOut) expectSize('train', 'steps between held-out measures', heldOut.every);
  if (checkpoint) {
    expectSize('train', 'steps between checkpoints', checkpoint.every);
    expectWritable('train', 'checkpoint', checkpoint.path);
  }
  if (clipNorm !== undefined && !(clipNorm > 0))
    throw new Error(`train: expected a clipNorm above 0, got ${clipNorm}`);

  const known = new Set(Object.values(parameters(model)));
  for (const [path, variable] of Object.entries(optimizer.parameters))
    if (!known.has(variable))
      throw new Error(
        `train: expected an optimizer of this model, got one that updates another ${path}. ` +
          'Was the model made anew? Then make the optimizer after it.',
      );
}
