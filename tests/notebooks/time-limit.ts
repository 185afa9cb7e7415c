import type { CellRules } from './cell-rules';
import type { Size } from './plan';

export const tiers = ['native', 'wasm', 'cpu'] as const;
export type Tier = (typeof tiers)[number];

/** For a cell at size quick on the native backend. */
const usualSeconds = 120;
/** How much more time the other sizes and backends get: training on WebAssembly is 2–3 times slower. */
const bySize = { smoke: 1, quick: 1, full: 30 } as const;
const byTier = { native: 1, wasm: 4, cpu: 16 } as const;

/** How long a cell may take, in seconds. */
export function timeLimit(rules: CellRules, size: Size, tier: Tier): number {
  return (rules.seconds ?? usualSeconds) * bySize[size] * byTier[tier];
}
