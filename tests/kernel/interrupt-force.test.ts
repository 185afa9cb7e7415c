import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { printed, result } from './answer';
import type { Client } from './client';
import { pressStop } from './press-stop';
import { withKernel } from './with-kernel';

let kernel: Client;
const folder = withKernel('lineage-force-', (started) => {
  kernel = started;
});

/** What no poll reaches, in the third line of a cell. */
const deaf: readonly (readonly [string, string])[] = [
  ['a regular expression that backtracks', "const no = /(a+)+$/.test('a'.repeat(60) + 'b');"],
  ['evaluated code', "eval('while (true);');"],
  ['a sleep in Atomics.wait', 'Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);'],
  ['a function made from text', "new Function('for (;;);')();"],
  ['a getter in evaluated code', "eval('({ get endless() { for (;;); } })').endless;"],
  ['a proxy in evaluated code', "1 in eval('new Proxy({}, { has() { for (;;); } })');"],
  ['a callback of sort', "[3, 1, 2].sort(new Function('for (;;);') as () => number);"],
  ['toJSON', "JSON.stringify({ toJSON: new Function('for (;;);') });"],
  ['a generator', "[...eval('(function* () { for (;;); })()')];"],
];

test.each(deaf)('%s is halted at its line within two seconds', async (_, line) => {
  const { trace, took } = await pressStop(kernel, `const kept = 'before';\n${line}`);
  expect(took).toBeLessThan(2000);
  expect(trace).toMatch(/----> 3 /);
  expect(result(await kernel.execute('kept'))).toBe("'before'");
});

test.each(deaf)('%s is halted at its line, at once when pressed twice', async (_, line) => {
  const { trace, took } = await pressStop(kernel, `const kept = 'before';\n${line}`, 50);
  expect(took).toBeLessThan(500);
  expect(trace).toMatch(/----> 3 /);
  expect(result(await kernel.execute('kept'))).toBe("'before'");
});

test.each([
  ['promises', 'const again = () => Promise.resolve().then(again); return again();'],
  ['queueMicrotask', 'const again = () => queueMicrotask(again); again(); return new Promise(() => {});'],
  ['nextTick', 'const again = () => process.nextTick(again); again(); return new Promise(() => {});'],
  ['await', 'return (async () => { for (;;) await null; })();'],
])('a recursion by %s that starves the event loop is halted', async (_, body) => {
  const { took } = await pressStop(kernel, `await new Function(${JSON.stringify(body)})();`);
  expect(took).toBeLessThan(2000);
  // Nothing of it is left.
  expect(
    result(await kernel.execute('await new Promise((resolve) => setTimeout(() => resolve(7), 20))')),
  ).toBe('7');
});

test.each([
  'const again = (): Promise<void> => Promise.resolve().then(again); await again();',
  'function turn() { queueMicrotask(turn); } turn(); await new Promise(() => {});',
  'function tick() { process.nextTick(tick); } tick(); await new Promise(() => {});',
  'async function endless(): Promise<void> { await null; return endless(); } await endless();',
  'function fibonacci(n: number): number { return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2); } fibonacci(90);',
  'const busy = { get value() { for (;;); } }; busy.value;',
  'new Proxy({}, { get() { while (true); } } as ProxyHandler<any>)["x"];',
  'function* endless() { for (;;) yield 1; } for (const one of endless());',
  '[3, 1, 2].sort(() => { for (;;); });',
  'setTimeout(() => { while (true); }); await new Promise(() => {});',
])('%s ends by itself, since the kernel has compiled it', async (code) => {
  expect((await pressStop(kernel, code)).took).toBeLessThan(1000);
});

test('a loop of a package is halted at the line that called it', async () => {
  const place = path.join(folder, 'node_modules', 'endless');
  mkdirSync(place, { recursive: true });
  writeFileSync(path.join(place, 'package.json'), '{ "name": "endless", "main": "index.js" }');
  writeFileSync(path.join(place, 'index.js'), 'exports.spin = () => { while (true); };');
  const { trace, took } = await pressStop(
    kernel,
    "const endless = require('./node_modules/endless');\nendless.spin();",
  );
  expect(took).toBeLessThan(2000);
  expect(trace).toMatch(/----> 3 /);
});

test('a cell that catches its interrupts is halted', async () => {
  const { took } = await pressStop(kernel, 'for (;;) { try { for (;;); } catch {} }');
  expect(took).toBeLessThan(2000);
});

test('a halt leaves async hooks in order', async () => {
  const code = `import { AsyncLocalStorage } from 'node:async_hooks';
    const storage = new AsyncLocalStorage<number>();
    await storage.run(1, async () => { await null; eval('while (true);'); });`;
  expect((await pressStop(kernel, code)).took).toBeLessThan(2000);
  const again = await kernel.execute(
    'await storage.run(2, async () => { await null; return storage.getStore(); })',
  );
  expect(result(again)).toBe('2');
});

test('a hook that never ends is halted as well', async () => {
  await kernel.execute("const hook = () => eval('while (true);'); kernel!.onInterrupt.push(hook);");
  await pressStop(kernel, 'while (true);', 50);
  expect(printed(await kernel.execute("kernel!.onInterrupt.length = 0; console.log('alive');"))).toBe(
    'alive\n',
  );
});
