import type { Backend } from '../backend';
import { banner } from './banner';
import { words } from './words';

/** Shows in one line what multiplies the matrices, and why. */
export function backend({ tier, version, threads, why }: Backend): void {
  const { native, wasm, cpu, threads: count } = words.backend;
  banner({ native: native(version, count(threads)), wasm, cpu }[tier], why, { tier });
}
