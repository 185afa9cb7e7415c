import { lastResult, printed, trace } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('variables ', (started) => {
  kernel = started;
});

const last = (...cells: string[]) => lastResult(kernel, ...cells);

describe('a let', () => {
  test('is one variable for all cells and their functions', async () => {
    expect(await last('let rate = 1; const read = () => rate;', 'read()')).toBe('1');
    expect(await last('rate = 2; read()')).toBe('2');
    expect(await last('let rate = 3; read()')).toBe('3');
    expect(await last("let rate = 'fast';", 'read()')).toBe("'fast'");
  });

  test('may be declared without a value, and by patterns', async () => {
    expect(await last('let unset: number | undefined = 4;', 'let unset: number | undefined; [unset]')).toBe(
      '[ undefined ]',
    );
    const pattern = 'let { a, b: [c = 3, ...d], ...rest } = { a: 1, b: [undefined, 2], x: 5 };';
    expect(await last(pattern, '[a, c, d, rest]')).toBe('[ 1, 3, [ 2 ], { x: 5 } ]');
    expect(await last('[a, c] = [c, a];', '({ a, rest } = { a: a + 1, rest });', '[a, c]')).toBe('[ 4, 1 ]');
    expect(await last('for (a of [5, 6]);', 'a')).toBe('6');
    expect(await last('let named = () => 1;', 'named.name')).toBe("'named'");
  });

  test('that ends a cell is no result of it', async () => {
    expect(await last('let quiet = 5')).toBeUndefined();
  });
});

describe('a loop', () => {
  test('shows its changes to the functions that it calls', async () => {
    expect(
      await last('let y = 0; const seen: number[] = []; const look = () => seen.push(y);'),
    ).toBeUndefined();
    expect(await last('for (let i = 0; i < 3; i++) { y += 1; look(); } seen')).toBe('[ 1, 2, 3 ]');
    expect(
      await last(
        'let z = 0; const bump = () => { z += 10; };',
        'let sum = 0; for (let i = 0; i < 2; i++) { bump(); sum += z; } sum',
      ),
    ).toBe('30');
  });

  test('keeps what it reached when it is left early or fails', async () => {
    expect(await last('let p = 0; outer: for (;;) for (;;) { p++; if (p === 5) break outer; }', 'p')).toBe(
      '5',
    );
    expect(await last("let q = 0; for (;;) { q++; if (q === 7) throw new Error('seven'); }", 'q')).toBe('7');
  });

  test('keeps what it reached when it is stopped, and names its line', async () => {
    const answer = kernel.execute('let turns = 0;\nwhile (true)\n  turns++;');
    setTimeout(() => void kernel.request('interrupt_request', {}, 'control'), 500);
    expect(trace(await answer)).toMatch(/KeyboardInterrupt.*cell \[\d+\]:2:1/s);
    expect(await last('turns > 1000')).toBe('true');
  });

  test('within a block that it leaves keeps what it reached', async () => {
    expect(await last('let r = 0; block: { for (;;) { r++; if (r === 3) break block; } } r')).toBe('3');
  });

  test('keeps numbers, text and truths when it is stopped between two turns', async () => {
    const code =
      "let n = 0, odd = false, word = '';\nfor (;;) {\n  n++; odd = !odd;\n  for (word = ''; word.length < 3; ) word += 'a';\n}";
    const answer = kernel.execute(code);
    setTimeout(() => void kernel.request('interrupt_request', {}, 'control'), 300);
    expect(trace(await answer)).toContain('KeyboardInterrupt');
    expect(await last('n > 1000 && odd === (n % 2 === 1) && word.length <= 3')).toBe('true');
    // What was noted for the stopped loop is not given back again by the next one.
    await last('n = 0; odd = true;');
    const next = kernel.execute('for (let i = 0; ; i++) word = String(i);');
    setTimeout(() => void kernel.request('interrupt_request', {}, 'control'), 300);
    expect(trace(await next)).toContain('KeyboardInterrupt');
    expect(await last('[n, odd]')).toBe('[ 0, true ]');
  });

  test.each(['x = x * 1.0000001 + 1e-9', 'x += i', 'x++', 'x += Math.sqrt(i)', 'x += xs[i & 1023]'])(
    'that changes a let at the top costs about what it costs in plain Node: %s',
    async (change) => {
      // The same loop in a plain script of the same process, the best of twenty each, in turn.
      const loop = `for (let i = 0; i < 3e7; i++) ${change};`;
      await kernel.execute(`
        import vm from 'node:vm';
        let x = 1;
        const xs = Float64Array.from({ length: 1024 }, (_, i) => i);
        const best = { cell: Infinity, plain: Infinity };`);
      const timed = (work: string, which: string) =>
        `{ const start = performance.now(); ${work} best.${which} = Math.min(best.${which}, performance.now() - start); }`;
      for (let turn = 0; turn < 20; turn++) {
        const plain = `vm.runInThisContext(${JSON.stringify(`((xs) => { let x = 1; ${loop} return x })`)})(xs);`;
        expect((await kernel.execute(timed(plain, 'plain'))).reply.status).toBe('ok');
        expect((await kernel.execute(timed(`x = 1; ${loop}`, 'cell'))).reply.status).toBe('ok');
      }
      const answer = await kernel.execute('console.log(best.cell / best.plain);');
      expect(Number(printed(answer))).toBeLessThan(1.5);
    },
  );
});
