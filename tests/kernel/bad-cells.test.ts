import { outputs, result, trace } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('bad-cells ', (started) => {
  kernel = started;
});

afterEach(async () => {
  expect(result(await kernel.execute('40 + 2'))).toBe('42');
});

const nasty = `{
  get() { throw new Error('get'); },
  has() { throw new Error('has'); },
  ownKeys() { throw new Error('keys'); },
  getPrototypeOf() { throw new Error('prototype'); },
  getOwnPropertyDescriptor() { throw new Error('descriptor'); },
}`;

describe('what is thrown and is no error', () => {
  test.each([
    ['undefined', 'undefined'],
    ['null', 'null'],
    ['3', '3'],
    ["'a word'", "'a word'"],
    ["Symbol('mark')", 'Symbol(mark)'],
    ['10n', '10n'],
    ["{ reason: 'none', get bad() { throw new Error('no'); } }", "{ reason: 'none', bad: [Getter] }"],
    ["{ [Symbol.for('nodejs.util.inspect.custom')]() { throw 1; } }", "[object that can't be printed]"],
    [`new Proxy({}, ${nasty})`, '{}'],
    [
      '(() => { const gone = Proxy.revocable({}, {}); gone.revoke(); return gone.proxy; })()',
      '<Revoked Proxy>',
    ],
  ])('%s', async (value, evalue) => {
    const answer = await kernel.execute(`\nthrow ${value};`);
    expect(answer.reply).toMatchObject({ status: 'error', ename: 'Thrown', evalue });
    expect(trace(answer)).toMatch(new RegExp(`at cell \\[${answer.reply.execution_count}\\]:(2|3):`));
  });

  test('a reason without a line', async () => {
    const answer = await kernel.execute("await Promise.reject('a reason');");
    expect(answer.reply).toMatchObject({ ename: 'Thrown', evalue: "'a reason'" });
    expect(trace(answer)).toContain('which only an Error knows: new Error(…)');
  });
});

describe('errors that are not what they seem', () => {
  const broken = (change: string) => `const bad = new Error('fine');\n${change}\nthrow bad;`;
  const define = (field: string) =>
    broken(`Object.defineProperty(bad, '${field}', { get() { throw new Error('${field}'); } });`);

  test.each([
    ['name', 'Error', 'fine'],
    ['message', 'Error', 'undefined'],
    ['stack', 'Error', 'fine'],
    ['cause', 'Error', 'fine'],
    ['constructor', 'Error', 'fine'],
  ])('whose %s throws', async (field, ename, evalue) => {
    const { reply } = await kernel.execute(define(field));
    expect(reply).toMatchObject({ status: 'error', ename, evalue });
  });

  test('whose fields are of other types', async () => {
    const { reply } = await kernel.execute(
      broken('Object.assign(bad, { name: {}, message: 5, stack: [], errors: 3 });'),
    );
    expect(reply).toMatchObject({ ename: 'Error', evalue: '5' });
  });

  test('that are frozen', async () => {
    const answer = await kernel.execute("throw Object.freeze(new RangeError('cold'));");
    expect(answer.reply).toMatchObject({ ename: 'RangeError', evalue: 'cold' });
    expect(trace(answer)).toContain('----> 1 throw');
  });

  test('that stand behind a proxy', async () => {
    const { reply } = await kernel.execute("throw new Proxy(new RangeError('behind'), {});");
    expect(reply).toMatchObject({ ename: 'RangeError', evalue: 'behind' });
  });

  test('with a message of a million characters, or of a thousand lines', async () => {
    const long = await kernel.execute("throw new Error('x'.repeat(1e6));");
    expect(long.reply.evalue).toMatch(/^x+… 996000 more characters$/);
    const high = await kernel.execute("throw new Error('line\\n'.repeat(700));");
    expect(trace(high)).toContain('… 680 more lines');
    expect(trace(high).split('\n').length).toBeLessThan(40);
  });

  test('with a chain of a hundred causes', async () => {
    const answer = await kernel.execute(`
      const chain = (n: number): Error => new Error('level ' + n, n > 0 ? { cause: chain(n - 1) } : {});
      throw chain(100);`);
    expect(answer.reply.evalue).toBe('level 100');
    expect(trace(answer)).toContain('… and 1 more below');
    expect(trace(answer)).not.toContain('level 90\n');
  });
});

describe('results', () => {
  test.each([
    ['Array.from({ length: 1e6 }, () => 7)', '... 999900 more items'],
    ["'x'.repeat(5e7)", '... 49990000 more characters'],
    ["Object.fromEntries(Array.from({ length: 1e5 }, (_, n) => ['k' + n, n]))", 'more characters'],
    ['Array(60).fill(Array(60).fill(Array(60).fill(Array(60).fill(1))))', 'more items'],
    ['let deep: object = {}; for (let n = 0; n < 1e5; n++) deep = { deep }; deep', '[Object]'],
    ['const ring: { self?: object } = {}; ring.self = ring; ring', '[Circular *1]'],
    [`new Proxy({}, ${nasty})`, '{}'],
    ['new Promise(() => {})', 'put await in front'],
    ["new Error('a value')", 'Error: a value\n    at cell ['],
  ])('%s', async (code, part) => {
    const text = result(await kernel.execute(code));
    expect(text).toContain(part);
    expect(text?.length).toBeLessThan(25_000);
  });

  test('one that throws when printed', async () => {
    const answer = await kernel.execute(
      "\n({ [Symbol.for('nodejs.util.inspect.custom')]() { throw new RangeError('unseen'); } })",
    );
    expect(answer.reply).toMatchObject({ ename: 'RangeError', evalue: 'unseen' });
    expect(trace(answer)).toMatch(/^----> 2 /m);
  });

  test.each([
    ["() => { throw new Error('unshown'); }", 'unshown'],
    ["() => Promise.reject(new Error('unshown'))", 'unshown'],
    ['() => 3', "expected a bundle such as { 'text/plain': 'hello' }, got 3"],
    ['() => null', 'got null'],
    ["() => ({ 'text/plain': 10n })", 'expected values that JSON can hold'],
    ["() => ({ 'text/plain': () => 1 })", 'expected text or JSON for text/plain, got [Function'],
    [
      '() => { const ring: object[] = []; ring.push(ring); return { ring }; }',
      'expected values that JSON can hold',
    ],
  ])('one that shows itself by %s', async (display, part) => {
    const answer = await kernel.execute(`({ [Symbol.for('Jupyter.display')]: ${display} })`);
    expect(answer.reply.status).toBe('error');
    expect(answer.reply.evalue).toContain(part);
    expect(outputs(answer, 'execute_result')).toEqual([]);
  });

  test.each([
    ["{ 'application/json': 10n }", 'expected values that JSON can hold, but Do not know how to serialize'],
    ['ring', 'expected values that JSON can hold, but Converting circular structure'],
    ['null as never', "expected a bundle such as { 'text/plain': 'hello' }, got null"],
    ['[] as never', "expected a bundle such as { 'text/plain': 'hello' }, got []"],
    ["{ 'text/plain': '' }, { update: true }", 'expected an id beside update: true'],
  ])('kernel.display of %s', async (shown, reason) => {
    await kernel.execute('const ring: Record<string, unknown> = {}; ring.self = ring;');
    const code = `\nkernel.display(${shown});`;
    const answer = await kernel.execute(code);
    expect(answer.reply).toMatchObject({ status: 'error', ename: 'TypeError' });
    expect(answer.reply.evalue).toContain(`kernel.display: ${reason}`);
    expect(trace(answer)).toMatch(/^----> 2 kernel\.display/m);
  });
});
