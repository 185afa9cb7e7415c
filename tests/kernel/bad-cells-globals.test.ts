import { stripVTControlCharacters } from 'node:util';
import { printed, result, trace } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('bad-globals ', (started) => {
  kernel = started;
});

beforeAll(() => kernel.execute("import { Rng } from 'lineage';"));

/** What a next cell leans on: printing, lists, errors with their line, awaiting, the library. */
async function expectWhole(): Promise<void> {
  const answer = await kernel.execute(
    "\nconsole.log([...new Map([['seed', 1]])].map(([name, n]) => name + n).join());\n" +
      'await Promise.all([1, 2]);\nnew Rng(0).uniform() < 1',
  );
  expect(trace(answer)).toBe('');
  expect(printed(answer)).toBe('seed1\n');
  expect(result(answer)).toBe('true');
  const failed = await kernel.execute("\nthrow new RangeError('seen');");
  expect(trace(failed)).toContain("----> 2 throw new RangeError('seen');");
}

describe('what a cell replaces is put back, and said', () => {
  test.each([
    ['delete (globalThis as any).console;', 'console'],
    ['(globalThis as any).process = undefined;', 'process'],
    ['(globalThis as any).Error = undefined;', 'Error'],
    ['(globalThis as any).Promise = class {};', 'Promise'],
    ['(globalThis as any).Symbol = (globalThis as any).Object = 3;', 'Object, Symbol'],
    ["Array.prototype.map = () => { throw new Error('map'); };", 'Array.prototype.map'],
    ['(Array.prototype as any)[Symbol.iterator] = 3;', 'Array.prototype[Symbol.iterator]'],
    ["String.prototype.split = () => { throw new Error('split'); };", 'String.prototype.split'],
    ["RegExp.prototype.exec = () => { throw new Error('exec'); };", 'RegExp.prototype.exec'],
    ["Map.prototype.set = Map.prototype.get = () => { throw new Error('map'); };", 'Map.prototype.get'],
    ["Function.prototype.call = () => { throw new Error('call'); };", 'Function.prototype.call'],
    ['JSON.parse = JSON.stringify = (() => 3) as never;', 'JSON.parse, JSON.stringify'],
    [
      "Object.defineProperty(Object.prototype, 'get', { get: () => 3, configurable: true });",
      'Object.prototype.get',
    ],
    [
      "Object.defineProperty(Object.prototype, 'then', { set() {}, configurable: true });",
      'Object.prototype.then',
    ],
  ])('%s', async (code, names) => {
    for (const end of ['', "\nthrow new EvalError('after');"]) {
      const answer = await kernel.execute(`${code}${end}`);
      expect(printed(answer, 'stderr')).toContain('The kernel put back what was replaced here: ');
      expect(printed(answer, 'stderr')).toContain(names);
      if (end) expect(trace(answer)).toContain('EvalError: after\n      1 ');
      await expectWhole();
    }
  });
});

describe('what belongs to a cell stays as the cell wants it', () => {
  test('its own way of printing, of timing, of chance', async () => {
    await kernel.execute("const log = console.log; console.log = (text: string) => log('> ' + text);");
    expect(printed(await kernel.execute("console.log('hi');"))).toBe('> hi\n');
    await kernel.execute('console.log = log; const random = Math.random; Math.random = () => 0.5;');
    expect(result(await kernel.execute('Math.random()'))).toBe('0.5');
    await kernel.execute('Math.random = random;');
    await expectWhole();
  });

  test('what it adds to prototypes', async () => {
    await kernel.execute("(Object.prototype as any).status = 'odd'; (Array.prototype as any).second = 2;");
    expect(result(await kernel.execute('({} as any).status + ([] as any).second'))).toBe("'odd2'");
    await expectWhole();
    await kernel.execute('delete (Object.prototype as any).status; delete (Array.prototype as any).second;');
  });
});

test.each([
  "Error.stackTraceLimit = 0; throw new Error('x');",
  "Error.prepareStackTrace = () => { throw new Error('prepare'); }; throw new Error('x');",
  "Error.prepareStackTrace = () => 5; throw new Error('x');",
])('%s', async (code) => {
  expect((await kernel.execute(code)).reply).toMatchObject({ ename: 'Error', evalue: 'x' });
  await expectWhole();
});

test('the kernel can be neither replaced nor redefined by accident', async () => {
  await kernel.execute('(globalThis as any).kernel = 1;');
  expect(result(await kernel.execute('typeof kernel!.display'))).toBe("'function'");
  expect(
    (await kernel.execute("Object.defineProperty(globalThis, '__interrupt', { value: 3 });")).reply.ename,
  ).toBe('TypeError');
  await expectWhole();
});

test('names that compiled cells use', async () => {
  for (const name of ['tsLastExpr', 'module', 'kernel'])
    expect(result(await kernel.execute(`const ${name} = 4; ${name}`))).toBe('4');
  for (const name of ['exports', 'require', '__interrupt', '__run', 'Object'])
    await kernel.execute(`const ${name} = 4; for (let n = 0; n < 2; n++); await 1; ${name}`);
  await expectWhole();
});

test('events without a listener, and listeners that were removed', async () => {
  for (const code of [
    "process.removeAllListeners(); setTimeout(() => { throw new Error('alone'); });",
    "process.removeAllListeners(); void Promise.reject(new Error('alone'));",
    "process.on('unhandledRejection', () => { throw new Error('alone'); }); void Promise.reject(1);",
    "process.nextTick(() => { throw new Error('alone'); });",
    "queueMicrotask(() => { throw new Error('alone'); });",
  ]) {
    const answer = await kernel.execute(`${code}\nawait new Promise((resolve) => setTimeout(resolve, 30));`);
    expect(answer.reply.status).toBe('ok');
    expect(stripVTControlCharacters(printed(answer, 'stderr'))).toContain('Error: alone');
  }
});
