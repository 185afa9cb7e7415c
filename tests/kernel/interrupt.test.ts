import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { printed, result } from './answer';
import type { Client } from './client';
import { pressStop } from './press-stop';
import { withKernel } from './with-kernel';

let kernel: Client;
const folder = withKernel('lineage-interrupt-', (started) => {
  kernel = started;
});

const interrupted = (code: string) => pressStop(kernel, code);

test('a busy loop ends at its line, and what was defined is there', async () => {
  const { trace, took } = await interrupted('let turns = 0;\nwhile (true)\n  turns += 1;');
  expect(took).toBeLessThan(1000);
  expect(trace).toMatch(/cell \[\d+\]:[34]:/);
  expect(result(await kernel.execute('turns > 0'))).toBe('true');
});

test.each([
  'for (;;) await new Promise((resolve) => setTimeout(resolve, 5));',
  'async function endless() { while (true) await null; }\nawait endless();',
  'const list = [1]; for (const item of list) list.push(item % 7);',
  'do { Math.sqrt(2) } while (true);',
  'await new Promise(() => {});',
])('%s ends within a second', async (code) => {
  expect((await interrupted(code)).took).toBeLessThan(1000);
});

test('what is put into functions changes none of their results', async () => {
  const answer = await kernel.execute(`const commented = (x: number) =>
      // twice
      x * 2;
    const later = async (x: number) =>
      // thrice
      x * 3;
    const made = { get four() { return 4; }, *[Symbol.iterator]() { yield 5; } };
    const object = (x: number) => ({ x });
    JSON.stringify([commented(1), await later(1), made.four, ...made, object(6)])`);
  expect(result(answer)).toBe(`'[2,3,4,5,{"x":6}]'`);
});

test('loops in finally still put things back in order', async () => {
  const { answer } = await interrupted(
    "try { while (true); } finally { for (const thing of ['lamp', 'door']) console.log(thing); }",
  );
  expect(printed(answer)).toBe('begun\nlamp\ndoor\n');
});

test('library code sees the signal, and ends its step by itself', async () => {
  writeFileSync(
    path.join(folder, 'training.ts'),
    `export async function* training(signal: AbortSignal) {
      for (let step = 1; ; step++) {
        for (let part = 0; part < 1e6; part++) Math.sqrt(part);
        if (signal.aborted) throw signal.reason;
        yield step;
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    }`,
  );
  const { took } = await interrupted(`import { training } from './training';
    let whole = 0;
    for await (const step of training(kernel!.signal)) whole = step;`);
  expect(took).toBeLessThan(1000);
});

test('library code that does not look at the signal is stopped as well', async () => {
  writeFileSync(path.join(folder, 'deaf.ts'), 'export function deaf() { let n = 0; while (true) n++; }');
  const { trace, took } = await interrupted("import { deaf } from './deaf'; deaf();");
  expect(took).toBeLessThan(1500);
  expect(trace).toContain('deaf.ts:1');
});

test('what hooks print is shown under the cell that was stopped', async () => {
  await kernel.execute("kernel.onInterrupt.push(() => console.log('hook'));");
  const { answer } = await interrupted(
    'while (true) await new Promise((resolve) => setTimeout(resolve, 5));',
  );
  expect(printed(answer)).toBe('begun\nhook\n');
});

test('an interrupt between cells does nothing', async () => {
  await kernel.request('interrupt_request', {}, 'control');
  const { reply } = await kernel.execute('for (let turn = 0; turn < 10; turn++); await null;');
  expect(reply.status).toBe('ok');
});
