import type { Value } from './value';

/** Refuses an empty batch, and a number of targets that isn't the number of outputs. */
export function expectTargets(who: string, outputs: readonly Value[], targets: readonly number[]): void {
  if (outputs.length === 0 || outputs.length !== targets.length)
    throw new Error(
      `${who}: expected as many targets as outputs, at least one, got ${outputs.length} outputs and ${targets.length} targets`,
    );
}
