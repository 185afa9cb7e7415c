import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { outputs, result, trace } from './answer';
import { built } from './built';
import { Client } from './client';

// A notebook's folder far from the clone, with a space and letters beyond ASCII.
const folder = mkdtempSync(path.join(os.tmpdir(), 'übung 3 '));
let kernel: Client;
// The first cell waits for the compiler, which takes a while on a busy machine.
jest.setTimeout(160_000);

beforeAll(async () => {
  built();
  kernel = await Client.start(folder);
  await kernel.execute('const first = 1;');
});

afterAll(async () => {
  await kernel.stop();
  rmSync(folder, { recursive: true });
});

test('name, message and the line of the cell', async () => {
  const answer = await kernel.execute(
    "const fine = 1;\nfunction fail(): never {\n  throw new RangeError('too far');\n}\nfail();",
  );
  expect(answer.reply).toMatchObject({ status: 'error', ename: 'RangeError', evalue: 'too far' });
  const count = answer.reply.execution_count;
  expect(trace(answer)).toContain("----> 3   throw new RangeError('too far');");
  expect(trace(answer)).toContain(`at fail cell [${count}]:3:9`);
  expect(trace(answer)).toContain(`at cell [${count}]:5:1`);
  expect(trace(answer)).not.toContain('node:');
  expect(outputs(answer, 'stream')).toEqual([]);
});

test('what a cell defined before it failed is there', async () => {
  await kernel.execute("const kept = [1, 2]; throw new Error('late');");
  expect(result(await kernel.execute('kept.length'))).toBe('2');
});

test('an awaited rejection, with its cause', async () => {
  const answer = await kernel.execute(
    "await Promise.reject(new Error('above', { cause: new TypeError('below') }));",
  );
  expect(answer.reply.evalue).toBe('above');
  expect(trace(answer)).toContain('TypeError: below');
});

test('what is thrown need not be an error', async () => {
  const { reply } = await kernel.execute("throw 'a word';");
  expect(reply).toMatchObject({ status: 'error', ename: 'Thrown', evalue: "'a word'" });
});

test('what a timer throws is printed, and the kernel lives', async () => {
  const warned = kernel.broadcast('stream');
  await kernel.execute("setTimeout(() => { throw new Error('in a timer'); }, 50);");
  expect((await warned).content).toMatchObject({
    name: 'stderr',
    text: expect.stringContaining('in a timer'),
  });
  expect(result(await kernel.execute('1'))).toBe('1');
});

test('a type error names its code and points at the place', async () => {
  const answer = await kernel.execute("const width = 3;\nconst height: number = 'tall';");
  expect(answer.reply.ename).toBe('TypeScriptError');
  expect(answer.reply.evalue).toBe("TS2322: Type 'string' is not assignable to type 'number'.");
  expect(trace(answer)).toContain("----> 2 const height: number = 'tall';\n              ~~~~~~");
});

test('a syntax error does too', async () => {
  const answer = await kernel.execute('const broken = ;');
  expect(answer.reply.evalue).toBe('TS1109: Expression expected.');
  expect(trace(answer)).toContain('----> 1 const broken = ;');
});

test('the cells after one that failed are aborted, unless told otherwise', async () => {
  const failing = kernel.execute("throw new Error('first');");
  const waiting = [kernel.execute('ran = 1'), kernel.execute('2')];
  expect((await failing).reply.status).toBe('error');
  for (const answer of await Promise.all(waiting)) expect(answer.reply).toEqual({ status: 'aborted' });
  const answers = [
    kernel.execute("throw new Error('first');", { stop_on_error: false }),
    kernel.execute('3'),
  ];
  expect((await Promise.all(answers)).map(({ reply }) => reply.status)).toEqual(['error', 'ok']);
});
