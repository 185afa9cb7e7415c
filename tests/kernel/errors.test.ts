import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { outputs, printed, result, trace } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
// With a space and letters beyond ASCII.
const folder = withKernel('übung 3 ', (started) => {
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

test('a cause may lead back to where it began', async () => {
  const answer = await kernel.execute(
    "const outer = new Error('outer');\nouter.cause = new Error('inner', { cause: outer });\nthrow outer;",
  );
  expect(trace(answer)).toMatch(
    /^Error: outer\n[\s\S]*\ncaused by\nError: inner\n[\s\S]*\ncaused by an error above$/,
  );
});

test('an AggregateError shows the errors that it gathers, at most four', async () => {
  const answer = await kernel.execute(
    'const failing = (name: string) => Promise.reject(new RangeError(name));\n' +
      "await Promise.any(['a', 'b', 'c', 'd', 'e', 'f'].map(failing));",
  );
  expect(answer.reply).toMatchObject({ ename: 'AggregateError', evalue: 'All promises were rejected' });
  expect(trace(answer)).toContain('error 1 of 6\nRangeError: a\n----> 1 const failing');
  expect(trace(answer)).toContain('error 4 of 6\nRangeError: d\n… and 2 more below');
});

test('a caret stands under the place', async () => {
  const answer = await kernel.execute("\tconst parse = JSON.parse;\n\tparse('1') + parse('nope');");
  expect(trace(answer)).toContain("----> 2 \tparse('1') + parse('nope');\n        \t             ^");
});

test('a class of error goes by its own name, with its own fields', async () => {
  const answer = await kernel.execute(
    "class HttpError extends Error { status = 404 }\nthrow new HttpError('not found');",
  );
  expect(answer.reply).toMatchObject({ ename: 'HttpError', evalue: 'not found' });
  expect(trace(answer)).toContain('HttpError: not found\n{ status: 404 }\n');
});

test('an error of the system points at the line of the reader', async () => {
  const answer = await kernel.execute(
    "import { readFile } from 'node:fs/promises';\nawait readFile('none.txt');",
  );
  expect(answer.reply.evalue).toBe("ENOENT: no such file or directory, open 'none.txt'");
  expect(trace(answer)).toContain("----> 2 await readFile('none.txt');");
  expect(trace(answer)).not.toContain('errno');
});

test.each([
  ["import vm from 'node:vm';\nvm.runInNewContext('null.x');", 'TypeError', 2],
  ['\nstructuredClone(() => 1);', 'DataCloneError', 2],
  ['AbortSignal.abort().throwIfAborted();', 'AbortError', 1],
  ['\n\nnew Array(-1);', 'RangeError', 3],
  ["'x'.repeat(2 ** 30);", 'RangeError', 1],
  ["class Net {\n  static {\n    throw new EvalError('early');\n  }\n}", 'EvalError', 3],
  ["({\n  get size(): number { throw new EvalError('got'); },\n}).size", 'EvalError', 2],
  ["[1].forEach(() => {\n  throw new EvalError('called');\n});", 'EvalError', 2],
  [
    "await new Promise((_, refuse) =>\n  setTimeout(() => refuse(new EvalError('late')), 5));",
    'EvalError',
    2,
  ],
])('%s', async (code, ename, line) => {
  const answer = await kernel.execute(code);
  expect(answer.reply.ename).toBe(ename);
  expect(trace(answer)).toMatch(new RegExp(`^----> ${line} `, 'm'));
  expect(trace(answer)).toContain(`cell [${answer.reply.execution_count}]:${line}:`);
});

test('a stack that overflows is told in a few lines', async () => {
  const answer = await kernel.execute('const deep = (n: number): number => 1 + deep(n + 1);\ndeep(0);');
  expect(answer.reply).toMatchObject({ ename: 'RangeError', evalue: 'Maximum call stack size exceeded' });
  expect(trace(answer)).toMatch(/… \d+ more calls of these lines$/);
  expect(trace(answer).split('\n').length).toBeLessThan(10);
});

test('a file that fails on import points at its line, and at the import', async () => {
  writeFileSync(
    path.join(folder, 'broken.ts'),
    "export const width = 3;\nthrow new RangeError('at the top');\n",
  );
  const answer = await kernel.execute("import { width } from './broken';\nwidth;");
  expect(answer.reply).toMatchObject({ ename: 'RangeError', evalue: 'at the top' });
  expect(trace(answer)).toContain('at broken.ts:2:7');
  expect(trace(answer)).toContain(`at cell [${answer.reply.execution_count}]:`);
});

test('an error that a cell prints has lines of TypeScript', async () => {
  const answer = await kernel.execute("\nconsole.log(new Error('kept'));");
  const count = answer.reply.execution_count;
  expect(printed(answer)).toBe(`Error: kept\n    at cell [${count}]:2:13\n`);
});

test('what a timer or a lonely promise throws is told under the cell that began it', async () => {
  for (const [code, what] of [
    ["setTimeout(() => { throw new Error('lost'); }, 300);", 'Uncaught error'],
    ["setTimeout(() => { void Promise.reject(new Error('lost')); }, 300);", 'Unhandled rejection'],
  ]) {
    const warned = kernel.broadcast('stream');
    const input = kernel.broadcast('execute_input');
    const { reply } = await kernel.execute(code);
    const began = (await input).parent_header.msg_id;
    await kernel.execute('1');
    const { content, parent_header } = await warned;
    expect(content.name).toBe('stderr');
    expect(stripVTControlCharacters(content.text as string)).toMatch(
      new RegExp(
        `^${what} of cell \\[${reply.execution_count}\\]: [\\s\\S]*\nError: lost\n----> 1 setTimeout`,
      ),
    );
    expect(parent_header.msg_id).toBe(began);
    expect(result(await kernel.execute('1'))).toBe('1');
  }
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
