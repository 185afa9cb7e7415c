import { setTimeout as wait } from 'node:timers/promises';
import { printed, result } from './answer';
import type { Client } from './client';
import { pressStop } from './press-stop';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-timers-', (started) => {
  kernel = started;
});
const press = () => kernel.request('interrupt_request', {}, 'control');

/** Whether the next cell is answered, and how many ms that takes. */
async function alive(): Promise<number> {
  const begun = performance.now();
  expect(result(await kernel.execute('1 + 1'))).toBe('2');
  return performance.now() - begun;
}

test.each([
  ['an interval', 'setInterval(() => { while (true); }, 5); 0'],
  ['an interval that no poll reaches', "setInterval(new Function('for (;;);') as () => void, 5); 0"],
  [
    'a timeout that sets the next one',
    'function next() { setTimeout(next, 5); while (true); } setTimeout(next, 5); 0',
  ],
  [
    'a timeout that no poll reaches',
    "globalThis.setTimeout(new Function('setTimeout(arguments.callee, 5); for (;;);') as () => void, 5); 0",
  ],
  ['an immediate', 'setImmediate(() => { while (true); }); 0'],
  [
    "a timer of node's module",
    "import { setInterval as every } from 'node:timers'; every(() => { while (true); }, 5); 0",
  ],
])('%s that is busy after its cell has ended is stopped for good', async (_, code) => {
  expect((await kernel.execute(code)).reply.status).toBe('ok');
  await wait(100);
  const told = kernel.broadcast('stream');
  const pressed = performance.now();
  await press();
  expect((await told).content.text).toContain('KeyboardInterrupt');
  expect(await alive()).toBeLessThan(500);
  expect(performance.now() - pressed).toBeLessThan(2000);
  await wait(50);
  expect(await alive()).toBeLessThan(500);
});

test('the reader is told which timer was stopped', async () => {
  await kernel.execute('setTimeout(() => {\n  while (true);\n}, 5); 0');
  await wait(50);
  const told = kernel.broadcast('stream');
  await press();
  const { text } = (await told).content as { text: string };
  expect(text).toContain('KeyboardInterrupt');
  expect(text).toContain('----> 2');
});

test('a cell that waits behind a busy timer runs once that is stopped', async () => {
  await kernel.execute('setInterval(() => { while (true); }, 5); 0');
  await wait(50);
  const waiting = kernel.execute('6 * 7');
  await wait(50);
  await press();
  const { reply } = await waiting;
  // The interrupt was meant for what ran: it may reach the cell as well.
  expect(reply).toMatchObject(reply.status === 'ok' ? {} : { ename: 'KeyboardInterrupt' });
  expect(await alive()).toBeLessThan(500);
});

test('timers of a cell that was stopped while it waited go on', async () => {
  await pressStop(
    kernel,
    'let ticks = 0; const ticking = setInterval(() => ticks++, 5); await new Promise(() => {});',
  );
  await kernel.execute('ticks = 0;');
  await wait(100);
  expect(Number(result(await kernel.execute('clearInterval(ticking); ticks')))).toBeGreaterThan(3);
});

test('timers keep what Node gives them', async () => {
  const answer = await kernel.execute(`import { promisify } from 'node:util';
    import { setTimeout as sleep } from 'node:timers/promises';
    const late = await promisify(setTimeout)(1, 'late');
    await sleep(1);
    const order: unknown[] = [];
    await new Promise<void>((resolve) => {
      const never = setTimeout(() => order.push('never'), 1);
      clearTimeout(never);
      setTimeout((...args: unknown[]) => { order.push(...args); resolve(); }, 5, 'with', 'arguments');
    });
    [late, ...order, typeof setInterval(() => {}, 1e6).unref].join()`);
  expect(result(answer)).toBe("'late,with,arguments,function'");
});

test('an interrupt while a cell is compiled ends it at once, and its imports are there later', async () => {
  const many = Array.from({ length: 3000 }, (_, index) => `const a${index} = ${index} + 1;`).join('\n');
  const running = kernel.execute(`import { Rng } from 'lineage';\nconst skipped = 1;\n${many}`);
  await wait(20);
  const pressed = performance.now();
  await press();
  const { reply } = await running;
  expect(reply).toMatchObject({
    ename: 'KeyboardInterrupt',
    evalue: 'stopped by the reader while it was compiled',
  });
  expect(performance.now() - pressed).toBeLessThan(200);
  const { reply: gone } = await kernel.execute('skipped');
  expect(gone.ename).toBe('TypeScriptError');
  expect(result(await kernel.execute("import { Rng } from 'lineage'; typeof Rng"))).toBe("'function'");
});

test('an interrupt while a cell is compiled also stops the timer that is busy', async () => {
  await kernel.execute('setInterval(() => { while (true); }, 5); 0');
  await wait(50);
  const many = Array.from({ length: 1000 }, (_, index) => `const b${index} = ${index} + 1;`).join('\n');
  const running = kernel.execute(many);
  await wait(20);
  await press();
  expect((await running).reply.ename).toBe('KeyboardInterrupt');
  await wait(500);
  expect(await alive()).toBeLessThan(1000);
});

test('a user expression that never ends is stopped', async () => {
  const running = kernel.execute('1', {
    user_expressions: { endless: '(() => { for (;;); })()', next: '1' },
  });
  await wait(150);
  await press();
  const { reply } = await running;
  expect(reply.user_expressions).toMatchObject({
    endless: { ename: 'KeyboardInterrupt' },
    next: { status: 'ok' },
  });
});

test('an interrupt of a prompt ends it', async () => {
  const begun = kernel.broadcast('execute_input');
  const running = kernel.execute("kernel!.prompt('name? ')", { allow_stdin: true });
  await begun;
  await wait(150);
  await press();
  expect((await running).reply.ename).toBe('KeyboardInterrupt');
  expect(printed(await kernel.execute("console.log('alive')"))).toBe('alive\n');
});
