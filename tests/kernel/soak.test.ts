import type { Client } from './client';
import { soak } from './soak';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-soak-', (started) => {
  kernel = started;
});

/** What a cell may leave in the memory, in MB, and what a kernel with tfjs and a training takes at first. */
const heapPerCell = 0.013;
const residentPerCell = 0.5;
const residentAtFirst = 900;

// LINEAGE_SOAK=1000 runs as many cells, a tenth of them stopped at random moments, and prints the figures;
// LINEAGE_SOAK_SEED=2 other cells and moments.
const cells = Number(process.env.LINEAGE_SOAK ?? 60);
test(`${cells} random cells wedge nothing, leave nothing running and fill no memory`, async () => {
  const report = await soak(kernel, cells, cells / 10, Number(process.env.LINEAGE_SOAK_SEED ?? 11));
  if (process.env.LINEAGE_SOAK) process.stderr.write(`${JSON.stringify(report, null, 1)}\n`);
  const { ends, idle, slowest, memory } = report;
  expect(ends.KeyboardInterrupt).toBe(cells / 10);
  expect(ends.CompilerError).toBeUndefined();
  expect(slowest).toBeLessThan(3000);
  expect(idle).toBeLessThan(200);
  // The cells' own sources are kept, for traces. The resident memory rises and falls with the compiler's garbage.
  const [, early] = memory;
  expect(memory.at(-1)!.heap - early.heap).toBeLessThan(2 + cells * heapPerCell);
  const most = Math.max(...memory.map(({ resident }) => resident));
  expect(most).toBeLessThan(residentAtFirst + cells * residentPerCell);
}, 1_800_000);
