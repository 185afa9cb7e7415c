import { Problem } from '../problem.mjs';

const tiers = ['native', 'wasm', 'cpu'];

/** The tier that LINEAGE_BACKEND forces; undefined if it is free. Refuses any other word. */
export function forced(env = process.env) {
  const tier = env.LINEAGE_BACKEND;
  if (!tier || tiers.includes(tier)) return tier || undefined;
  throw new Problem(
    `LINEAGE_BACKEND: expected native, wasm or cpu, got ${JSON.stringify(tier)}`,
    'leave it out, and the fastest one is taken',
  );
}
