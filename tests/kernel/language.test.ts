import { outputs, result, trace } from './answer';
import type { Client, Content } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('language ', (started) => {
  kernel = started;
});

/** What the kernel offers at the mark `|` in the code. */
async function completed(code: string): Promise<Content> {
  const cursor_pos = [...code.slice(0, code.indexOf('|'))].length;
  const { reply } = await kernel.request('complete_request', { code: code.replace('|', ''), cursor_pos });
  return reply;
}

/** The documentation of the name at the mark `|`; empty where there is none. */
async function inspected(code: string): Promise<string> {
  const cursor_pos = [...code.slice(0, code.indexOf('|'))].length;
  const content = { code: code.replace('|', ''), cursor_pos, detail_level: 0 };
  const { reply } = await kernel.request('inspect_request', content);
  return reply.data['text/plain'] ?? '';
}

describe('the global kernel', () => {
  test('is there in cells without `?.`, until a cell takes its name', async () => {
    expect(result(await kernel.execute('kernel.signal.aborted'))).toBe('false');
    await kernel.execute("kernel.display({ 'text/plain': 'shown' });");
    await kernel.execute('const kernel = [1, 2, 1];');
    expect(result(await kernel.execute('kernel.length'))).toBe('3');
    expect(result(await kernel.execute('typeof globalThis.kernel!.display'))).toBe("'function'");
  });

  test('documents itself and its members', async () => {
    const fresh = 'globalThis.kernel!.';
    expect((await completed(`${fresh}|`)).matches).toEqual(
      expect.arrayContaining(['clear', 'display', 'onInterrupt', 'signal']),
    );
    for (const [member, words] of [
      ['display', 'Shows `bundle` under the running cell'],
      ['signal', 'Aborted when the reader presses stop'],
    ])
      expect(await inspected(`${fresh}${member}|`)).toContain(words);
  });
});

describe('completion', () => {
  beforeAll(async () => {
    await kernel.execute('const model = { layers: [1], rate: 0.1 };');
  });

  test.each([
    ['in broken code', 'if (model.|', 'layers'],
    ['after two dots', 'model.|.x', 'layers'],
    ['in a template', '`${model.la|', 'layers'],
    ['after emoji', 'const t = "😀😀"; model.la|', 'layers'],
    ['at the start', '|mod', 'model'],
    ['in an import', 'import { Lin| } from "lineage"', 'Linear'],
    ['after a byte order mark and CRLF', '\ufeffconst a = 1;\r\nmodel.|', 'rate'],
  ])('%s', async (_place, code, expected) => {
    expect((await completed(code)).matches).toContain(expected);
  });

  test('in text there is none, and the cursor counts characters', async () => {
    expect((await completed('const s = "model.|"')).matches).toEqual([]);
    const { cursor_start, cursor_end } = await completed('const t = "😀😀"; model.la|');
    expect([cursor_start, cursor_end]).toEqual([22, 24]);
  });

  test('inside the name of a module it offers the library', async () => {
    expect((await completed("import { } from 'line|'")).matches).toContain('lineage');
    expect((await completed("import { } from './|'")).matches).toEqual([]);
  });
});

describe('inspection', () => {
  test('shows what an earlier cell documented', async () => {
    await kernel.execute('/** How fast it learns. */ const learningRate = 0.1;');
    await kernel.execute('1');
    for (const code of [
      'learning|Rate',
      '|learningRate',
      '((learningRate|',
      'const t = "😀😀"; learn|ingRate',
    ])
      expect(await inspected(code)).toContain('How fast it learns.');
  });

  test('finds nothing in empty code and in spaces', async () => {
    expect(await inspected('|')).toBe('');
    expect(await inspected(' | ')).toBe('');
  });
});

describe('cells of unusual size', () => {
  test('10,000 statements run, and an error in the last names its line', async () => {
    const code = `let steps = 0;\n${'steps++;\n'.repeat(10_000)}`;
    expect(trace(await kernel.execute(`${code}throw new Error('last');`))).toMatch(/cell \[\d+\]:10002:7/);
    expect(result(await kernel.execute('steps'))).toBe('10000');
  });

  test('a megabyte in one line runs, and a mistake in it is shown in a piece of that line', async () => {
    const list = Array.from({ length: 500_000 }, (_, index) => index % 10).join();
    expect(result(await kernel.execute(`const list = [${list}]; list.length`))).toBe('500000');
    const thrown = trace(await kernel.execute(`'${'x'.repeat(1_000_000)}'; throw new Error('last');`));
    expect(thrown).toMatch(/^Error: last\n----> 1 …x+'; throw new Error\('last'\);\n +\^\n/);
    expect(thrown.length).toBeLessThan(1000);
    const shown = trace(await kernel.execute(`const text: number = '${'x'.repeat(1_000_000)}';`));
    expect(shown).toMatch(/TS2322: .*\n.*at cell \[\d+\]:1:7/);
    expect(shown.length).toBeLessThan(2000);
  });

  test.each([
    ['(', ')'],
    ['[', ']'],
    ['{', '}'],
  ])('200,000 levels of %s are refused in one line, and the next cell runs', async (open, close) => {
    const answer = await kernel.execute(`${open.repeat(200_000)}${close.repeat(200_000)}`);
    expect(outputs(answer, 'error')[0]).toMatchObject({
      ename: 'TypeScriptError',
      evalue: expect.stringMatching(/^the cell is nested too deeply/),
    });
    expect(result(await kernel.execute('6 * 7'))).toBe('42');
  });
});
