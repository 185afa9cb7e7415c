import { currentRecording } from './recording';

/**
 * Changes JavaScript's own state once per step: now, and where the work is compiled, after each run.
 *
 * @example effect(() => { this.steps++; })
 */
export function effect(change: () => void): void {
  currentRecording()?.effects.push(change);
  change();
}
