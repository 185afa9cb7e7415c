import { setTimeout as wait } from 'node:timers/promises';
import { result } from './answer';
import type { Client } from './client';
import { pressStop } from './press-stop';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-hooks-', (started) => {
  kernel = started;
});

test('the signal is aborted with the interrupt as its reason', async () => {
  await pressStop(
    kernel,
    `let heard: unknown;
     kernel!.signal.addEventListener('abort', () => { heard = kernel!.signal.reason; });
     await new Promise(() => {});`,
  );
  expect(result(await kernel.execute('String(heard)'))).toBe("'KeyboardInterrupt: stopped by the reader'");
  expect(result(await kernel.execute('kernel!.signal.aborted'))).toBe('false');
});

test('package code that takes the signal ends by it', async () => {
  const running = kernel.execute(`import { setTimeout as sleep } from 'node:timers/promises';
    await sleep(60_000, undefined, { signal: kernel!.signal });`);
  await kernel.broadcast('execute_input');
  await wait(300);
  await kernel.request('interrupt_request', {}, 'control');
  // In the words of the package, with the reader's stop as its cause.
  const { reply } = await running;
  expect(reply.ename).toBe('AbortError');
  expect(reply.traceback.join('\n')).toContain('stopped by the reader');
});

test('hooks run once per interrupt, with loops of their own, and one that throws is told', async () => {
  await kernel.execute(`let calls = 0;
    kernel!.onInterrupt.push(() => { for (let turn = 0; turn < 3; turn++) calls++; });
    kernel!.onInterrupt.push(() => { throw new Error('of the hook'); });`);
  const told = kernel.broadcast('stream').then(() => kernel.broadcast('stream'));
  await pressStop(kernel, 'while (true);');
  expect((await told).content.text).toContain('of the hook');
  expect(result(await kernel.execute('calls'))).toBe('3');
  await pressStop(kernel, "eval('while (true);');", 10);
  expect(result(await kernel.execute('kernel!.onInterrupt.length = 0; calls'))).toBe('6');
});

test('work that is to be finished is finished, and the stop comes after it', async () => {
  const { took } = await pressStop(
    kernel,
    `let whole = 0;
     for (;;) kernel!.finish(() => { const end = performance.now() + 700; while (performance.now() < end); whole++; });`,
  );
  expect(took).toBeLessThan(1200);
  expect(result(await kernel.execute('whole'))).toBe('1');
});

test('unless it is slow', async () => {
  const { took } = await pressStop(
    kernel,
    'let quick = 0; for (;;) kernel!.finish(() => { while (true); }, { unlessSlow: true });',
  );
  expect(took).toBeGreaterThan(400);
  expect(took).toBeLessThan(1000);
});
