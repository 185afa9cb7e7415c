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

  test('that changes a let at the top costs about what it costs in plain Node', async () => {
    // The same loop in a plain script of the same process, the best of five each, in turn.
    const loop = (updates: number) => `for (let i = 0; i < ${updates}; i++) x = x * 1.0000001 + 1e-9;`;
    const answer = await kernel.execute(`
      import vm from 'node:vm';
      let x = 1;
      const best = { cell: Infinity, plain: Infinity };
      const plain = vm.runInThisContext(\`(() => { let x = 1; ${loop(3e7)} return x })\`);
      for (const turn of [1, 2, 3, 4, 5]) {
        const start = performance.now();
        plain();
        best.plain = Math.min(best.plain, performance.now() - start);
      }`);
    expect(answer.reply.status).toBe('ok');
    for (let turn = 0; turn < 5; turn++)
      await kernel.execute(
        `const start = performance.now(); ${loop(3e7)} best.cell = Math.min(best.cell, performance.now() - start);`,
      );
    const { reply, ...shown } = await kernel.execute('console.log(best.cell / best.plain);');
    expect(reply.status).toBe('ok');
    expect(Number(printed({ reply, ...shown }))).toBeLessThan(1.5);
  });
});
