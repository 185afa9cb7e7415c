import { parameters } from '../nn';
import type { Optimizer } from '../optim';
import type { Rng } from '../rng';
import { expectUnaltered } from './expect-unaltered';
import { fingerprint } from './fingerprint';
import { readSafetensors, writeSafetensors } from './safetensors';
import { assignStored, toStored } from './stored-variables';

/** What a training run needs to go on as if it had never stopped. */
export interface Checkpoint {
  readonly model: object;
  readonly optimizer: Optimizer;
  /** The run's randomness: its seed gives the order of the data and the dropout of every step. */
  readonly rng: Rng;
  /** Examples per step and in the whole data set: with the seed and the step they give the place in the data. */
  readonly batchSize: number;
  readonly size: number;
}

const format = 'lineage checkpoint';
const version = '1';

/**
 * Writes a run's state after `step` updates to a safetensors file, whole or not at all.
 *
 * Parameters are stored under their paths, what the optimiser remembers under `optimizer/<path>.<slot>`, the rest
 * in the header's metadata.
 */
export function saveCheckpoint(file: string, checkpoint: Checkpoint, step: number): void {
  const tensors = toStored(variables(checkpoint));
  const metadata = {
    ...position(checkpoint),
    step: String(step),
    updates: String(checkpoint.optimizer.steps),
  };
  writeSafetensors(file, { tensors, metadata: { ...metadata, sha256: fingerprint({ tensors, metadata }) } });
}

/**
 * Puts model and optimiser back to where a checkpoint was written.
 *
 * @returns how many updates the run had made
 * @throws Error naming what doesn't fit (a parameter's shape, another optimiser, seed, batch size or data set), with
 * what was expected and got, or a file that was cut or altered; model and optimiser are then unchanged
 */
export function loadCheckpoint(file: string, checkpoint: Checkpoint): number {
  const who = `loadCheckpoint: ${file}`;
  const { tensors, metadata } = readSafetensors(file);
  for (const [key, expected] of Object.entries(position(checkpoint)))
    if (metadata[key] !== expected)
      throw new Error(`${who}: expected ${key} ${expected}, got ${metadata[key] ?? 'none'}`);
  const [step, updates] = [metadata['step'], metadata['updates']].map(Number);
  for (const [key, number] of Object.entries({ step, updates }))
    if (!Number.isSafeInteger(number) || number < 0)
      throw new Error(`${who}: expected a whole number of ${key}, got ${metadata[key] ?? 'none'}`);
  expectUnaltered(who, { tensors, metadata });
  assignStored(who, variables(checkpoint), tensors);
  checkpoint.optimizer.steps = updates;
  return step;
}

/** What must be the same on both sides for the run to go on exactly. */
function position({ rng, batchSize, size }: Checkpoint): Record<string, string> {
  return { format, version, seed: String(rng.seed), batchSize: String(batchSize), examples: String(size) };
}

function variables({ model, optimizer }: Checkpoint) {
  const slots = Object.entries(optimizer.state).map(([path, slot]) => [`optimizer/${path}`, slot] as const);
  return { ...parameters(model), ...Object.fromEntries(slots) };
}
