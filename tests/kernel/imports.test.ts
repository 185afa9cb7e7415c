import { rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lastResult } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
// With a space and letters beyond ASCII.
const folder = withKernel('übung 2 ', (started) => {
  kernel = started;
});

const result = (code: string) => lastResult(kernel, code);

/** A file beside the notebook, written at a time of its own, so that edits within one clock tick differ. */
let edits = 0;
function write(name: string, text: string): void {
  writeFileSync(path.join(folder, name), text);
  const time = Date.now() / 1000 + ++edits;
  utimesSync(path.join(folder, name), time, time);
}

test('the library comes from source, wherever the notebook lies', async () => {
  expect(await result("import { Rng } from 'lineage'; new Rng(1).integer(1)")).toBe('0');
  expect(await result("import { param } from 'lineage/nn'; typeof param")).toBe("'function'");
  expect(await result('typeof new Rng(2)')).toBe("'object'");
});

test('the library and cells share one tfjs, which prints nothing on stderr', async () => {
  const { outputs, reply } = await kernel.execute(
    "import { ready } from 'lineage'; import * as tf from '@tensorflow/tfjs'; const { tier } = await ready(); console.log(tier, tf.add(1, 2).dataSync()[0]);",
  );
  expect(reply.status).toBe('ok');
  const streams = outputs.filter(({ type }) => type === 'stream').map(({ content }) => content);
  expect(streams).toEqual([{ name: 'stdout', text: expect.stringMatching(/^(native|wasm|cpu) 3\n$/) }]);
});

test('an error inside the library points at its TypeScript line and at the cell', async () => {
  const trace = await result(
    "import { Linear } from 'lineage';\nnew Linear(2, 3, new Rng(0)).forward(tf.zeros([1, 5]));",
  );
  expect(trace).toMatch(/lib\/nn\/linear\.ts:\d+:\d+/);
  expect(trace).toMatch(/cell \[\d+\]:2:30/);
  expect(trace).not.toContain('node_modules');
});

test('a misspelt option of the library does not compile', async () => {
  expect(await result('new Rng(1, 2)')).toContain('TS2554');
});

test('Node, its own modules and packages of the clone are there', async () => {
  expect(await result("import path from 'node:path'; path.basename(process.cwd())")).toContain('übung');
  expect(await result("import { xoroshiro128plus } from 'pure-rand'; typeof xoroshiro128plus")).toBe(
    "'function'",
  );
  expect(await result("const { sep } = await import('node:path'); sep.length")).toBe('1');
});

test('an edit of an imported file is seen on rerun, also through another file', async () => {
  write('rate.ts', 'export const rate = 1;');
  write('schedule.ts', "import { rate } from './rate';\nexport const twice = () => rate * 2;");
  const cell = "import { twice } from './schedule'; twice()";
  expect(await result(cell)).toBe('2');
  write('rate.ts', 'export const rate = 21;');
  expect(await result(cell)).toBe('42');
});

test('a file that was missing is found once it is written', async () => {
  const cell = "import { late } from './late'; late";
  expect(await result(cell)).toContain("TS2307: Cannot find module './late'");
  write('late.ts', 'export const late = 5;');
  expect(await result(cell)).toBe('5');
});

test('a type error in an imported file names that file and its line', async () => {
  write('wrong.ts', "export const fine = 1;\nexport const rate: { value: number } = { value: 'fast' };");
  const trace = await result("import { rate } from './wrong'; rate");
  expect(trace).toMatch(/TS2322: Type 'string' is not assignable to type 'number'/);
  expect(trace).toMatch(/wrong\.ts:2:42/);
  write('wrong.ts', 'export const rate = { value: 3 };');
  expect(await result("import { rate } from './wrong'; rate.value")).toBe('3');
});

test('an imported file that throws is tried again', async () => {
  write('unsteady.ts', "throw new Error('not today');\nexport const steady = 1;");
  expect(await result("import { steady } from './unsteady'; steady")).toMatch(/not today.*unsteady\.ts:1/s);
  write('unsteady.ts', 'export const steady = 1;');
  expect(await result("import { steady } from './unsteady'; steady")).toBe('1');
});

test('__dirname in an imported file is its own folder', async () => {
  write('here.ts', 'export const here = __dirname;');
  expect(await result("import { here } from './here'; here === process.cwd()")).toBe('true');
});

test('types may be imported alone', async () => {
  expect(
    await result(
      "import type { Backend } from 'lineage'; const tierName: Backend['tier'] = 'wasm'; tierName",
    ),
  ).toBe("'wasm'");
  expect(await result("const second: Backend['tier'] = 'cpu'; second")).toBe("'cpu'");
});

test('a file that was deleted is missed, and found again', async () => {
  write('fleeting.ts', 'export const fleeting = 1;');
  const cell = "import { fleeting } from './fleeting'; fleeting";
  expect(await result(cell)).toBe('1');
  rmSync(path.join(folder, 'fleeting.ts'));
  expect(await result(cell)).toMatch(/TS2307: Cannot find module '.\/fleeting'|TS6053/);
  write('fleeting.ts', 'export const fleeting = 2;');
  expect(await result(cell)).toBe('2');
});

test('an edit with a mistake names the file and the line until it is mended', async () => {
  const cell = "import { pace } from './pace'; pace";
  write('pace.ts', 'export const pace = 1;');
  expect(await result(cell)).toBe('1');
  write('pace.ts', 'export const half = 0.5;\nexport const pace: number = half +;');
  expect(await result(cell)).toMatch(/TS1109: Expression expected.*pace\.ts:2:35/s);
  expect(await result('6 * 7')).toBe('42');
  write('pace.ts', 'export const pace = 3;');
  expect(await result(cell)).toBe('3');
});

test('types of browsers are not there, those of Node are', async () => {
  expect(await result('document')).toContain('TS2584');
  const names =
    'fetch, URL, AbortSignal, performance, structuredClone, TextEncoder, Blob, crypto, queueMicrotask';
  expect(await result(`[${names}].every(Boolean)`)).toBe('true');
});
