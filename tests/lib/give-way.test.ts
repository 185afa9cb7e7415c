import { giveWay } from '../../lib/give-way';
import type { Kernel } from '../../lib/kernel';

function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('lets others have their turn after long work, and not before', async () => {
  let turned = false;
  setImmediate(() => {
    turned = true;
  });
  const next = giveWay();
  await next();
  expect(turned).toBe(false);
  work(40);
  await next();
  expect(turned).toBe(true);
});

test('ends where the reader pressed stop, with the reason of the kernel', async () => {
  const stop = new AbortController();
  globalThis.kernel = { signal: stop.signal } as Partial<Kernel> as Kernel;
  try {
    const next = giveWay();
    await next();
    const reason = new Error('stopped');
    stop.abort(reason);
    await expect(next()).rejects.toBe(reason);
  } finally {
    delete (globalThis as Partial<typeof globalThis>).kernel;
  }
});
