import { outputs, result, trace } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
// With a space and letters beyond ASCII.
withKernel('übung 3 ', (started) => {
  kernel = started;
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

test('an error in the library points at the line of the cell that led to it', async () => {
  const answer = await kernel.execute("import { Rng } from 'lineage';\nconst seed = 0.5;\nnew Rng(seed);");
  expect(answer.reply.evalue).toBe('Rng: expected an integer seed, got 0.5');
  expect(trace(answer)).toContain('----> 3 new Rng(seed);');
  expect(trace(answer)).toContain('at new Rng lib/rng.ts:');
});

test('a function of an earlier cell goes by its own name', async () => {
  await kernel.execute("function refuse(): never {\n  throw new Error('no');\n}");
  const answer = await kernel.execute('refuse();');
  expect(trace(answer)).toContain('at refuse cell [');
  expect(trace(answer)).not.toContain('Proxy');
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
  expect(trace(answer).match(/----> 1/g)).toHaveLength(2); // each was made at a place of its own
});

test('a cause shows only the places that the error above it has not shown', async () => {
  const answer = await kernel.execute("import { readSafetensors } from 'lineage';\nreadSafetensors('none');");
  expect(trace(answer)).toMatch(/caused by\nError: ENOENT.*\n {4}at read lib\/train\/safetensors\.ts:/);
  expect(trace(answer).match(/----> 2/g)).toHaveLength(1);
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
