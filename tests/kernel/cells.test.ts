import { outputs, printed, result } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
// With a space and letters beyond ASCII.
withKernel('übung 1 ', (started) => {
  kernel = started;
});

describe('results', () => {
  test('the last expression is the result, under the count of its cell', async () => {
    const first = await kernel.execute('const answer = 6 * 7; answer');
    const second = await kernel.execute('({ answer, list: [1, 2] })');
    expect(result(first)).toBe('42');
    expect(result(second)).toBe('{ answer: 42, list: [ 1, 2 ] }');
    const [{ execution_count }] = outputs(second, 'execute_result');
    expect(execution_count).toBe(second.reply.execution_count);
    expect(execution_count).toBe(first.reply.execution_count + 1);
  });

  test('a cell without a value has no result', async () => {
    for (const code of ['const nothing = 1;', 'undefined', '', '// a comment'])
      expect(outputs(await kernel.execute(code), 'execute_result')).toEqual([]);
  });

  test('a value may show itself', async () => {
    const bundle = "{ 'text/html': '<b>3</b>', 'text/plain': '3' }";
    const answer = await kernel.execute(`({ [Symbol.for('Jupyter.display')]: () => (${bundle}) })`);
    expect(outputs(answer, 'execute_result')[0].data).toEqual({ 'text/html': '<b>3</b>', 'text/plain': '3' });
  });

  test('await works at the top', async () => {
    const code =
      'const later = await new Promise<number>((resolve) => setTimeout(() => resolve(5), 20)); later + 1';
    expect(result(await kernel.execute(code))).toBe('6');
    expect(result(await kernel.execute('later'))).toBe('5');
  });

  test('const, class and function may be defined anew', async () => {
    for (const value of [1, 2]) {
      await kernel.execute(
        `const rate = ${value}; class Net { size = ${value} } function twice() { return ${value} * 2 }`,
      );
      expect(result(await kernel.execute('[rate, new Net().size, twice()]'))).toBe(
        `[ ${value}, ${value}, ${value * 2} ]`,
      );
    }
    await kernel.execute("const rate = 'fast';");
    expect(result(await kernel.execute('rate.length'))).toBe('4');
  });

  test('a later cell sees and changes a variable', async () => {
    await kernel.execute('let sum = 1;');
    await kernel.execute('sum += 10; for (let turn = 0; turn < 3; turn++) sum += turn;');
    expect(result(await kernel.execute('sum'))).toBe('14');
  });

  test('names of earlier cells may be written short', async () => {
    await kernel.execute('let epochs = 3; let steps = 0;');
    expect(result(await kernel.execute('const options = { epochs }; options'))).toBe('{ epochs: 3 }');
    await kernel.execute('({ epochs, steps = 7 } = { epochs: 4 } as { epochs: number; steps?: number });');
    expect(
      result(
        await kernel.execute('const inner = (epochs: number) => ({ epochs }); [epochs, steps, inner(1)]'),
      ),
    ).toBe('[ 4, 7, { epochs: 1 } ]');
  });

  test('destructuring may rename the fields of what an earlier cell declared', async () => {
    await kernel.execute('const pairs = [{ row: 1, weights: 2 }];');
    const answer = await kernel.execute(`
      const { row: first, weights: second } = pairs[0];
      let third = 0;
      [{ row: third }] = pairs;
      console.log(first, second, third, pairs.map(({ row: r, weights }) => ({ row: r, weights })));`);
    expect(printed(answer)).toBe('1 2 1 [ { row: 1, weights: 2 } ]\n');
  });
});

describe('output', () => {
  test('output arrives while a synchronous cell still runs', async () => {
    const streamed = kernel.broadcast('stream').then(() => performance.now());
    await kernel.execute("console.log('early'); const until = Date.now() + 600; while (Date.now() < until);");
    expect(performance.now() - (await streamed)).toBeGreaterThan(300);
  });

  test('both streams keep their order', async () => {
    const answer = await kernel.execute("console.log('a'); console.error('b'); console.log('c');");
    const texts = outputs(answer, 'stream').map(({ name, text }) => `${name} ${text}`);
    expect(texts).toEqual(['stdout a\n', 'stderr b\n', 'stdout c\n']);
  });

  test('a display is sent, replaced in place and cleared', async () => {
    const answer = await kernel.execute(`
      const metadata = { lineage: { kind: 'chart' } };
      kernel!.display({ 'text/plain': 'one' }, { id: 'chart', metadata });
      kernel!.display({ 'text/plain': 'two' }, { id: 'chart', update: true });
      kernel!.clear(true);`);
    const shown = answer.outputs.filter(({ type }) => /display|clear/.test(type));
    const metadata = { lineage: { kind: 'chart' } };
    const transient = { display_id: 'chart' };
    expect(shown).toEqual([
      { type: 'display_data', content: { data: { 'text/plain': 'one' }, metadata, transient } },
      { type: 'update_display_data', content: { data: { 'text/plain': 'two' }, metadata: {}, transient } },
      { type: 'clear_output', content: { wait: true } },
    ]);
  });

  test('a timer that outlives its cell still prints', async () => {
    await kernel.execute("setTimeout(() => console.log('late'), 100);");
    const { content } = await kernel.broadcast('stream');
    expect(content).toEqual({ name: 'stdout', text: 'late\n' });
  });
});
