import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Subscriber } from 'zeromq';
import { encode } from '../../kernel-setup/kernel/wire';
import { outputs, printed, result } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-flood-', (started) => {
  kernel = started;
});

/** The kernel's memory in MB. */
function memory(): number {
  const pid = String(kernel.process.pid);
  const status = `/proc/${pid}/status`; // Linux; a small system may have no ps
  const kilobytes = existsSync(status)
    ? /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8'))?.[1]
    : execFileSync('ps', ['-o', 'rss=', '-p', pid], { encoding: 'utf8' });
  return Number(kilobytes) / 1024;
}

/** The most memory, in MB, that the kernel has while `work` is under way, above what it had before. */
async function growth(work: Promise<unknown>): Promise<number> {
  const before = memory();
  let most = before;
  let ended = false;
  const end = () => {
    ended = true;
  };
  work.then(end, end);
  while (!ended) {
    most = Math.max(most, memory());
    await wait(20);
  }
  return most - before;
}

test('10,000 lines arrive whole and in order, in few messages', async () => {
  const took: number[] = [];
  for (let round = 0; round < 3; round++) {
    const begun = performance.now();
    const answer = await kernel.execute(
      "for (let line = 0; line < 10_000; line++) console.log('line', line);",
    );
    took.push(performance.now() - begun);
    const lines = printed(answer).split('\n');
    expect(lines).toHaveLength(10_001);
    lines.slice(0, -1).forEach((line, index) => {
      if (line !== `line ${index}`) throw new Error(`expected line ${index}, got ${line}`);
    });
    expect(outputs(answer, 'stream').length).toBeLessThan(100);
  }
  expect(Math.min(...took)).toBeLessThan(300);
});

test('200 MB of lines arrive whole, and the memory stays small', async () => {
  const flood = kernel.execute(
    "const line = 'x'.repeat(999); for (let n = 0; n < 200_000; n++) console.log(line);",
  );
  const grown = await growth(flood);
  expect(printed(await flood).length).toBe(200_000_000);
  expect(grown).toBeLessThan(250);
});

test('one text of 50 MB arrives whole, no character torn', async () => {
  const answer = await kernel.execute("console.log('a' + '😀'.repeat(12_500_000))");
  const text = printed(answer);
  expect(text.length).toBe(25_000_002);
  for (const { text } of outputs(answer, 'stream')) expect(text.isWellFormed()).toBe(true);
});

test('a flood of pictures arrives whole', async () => {
  const answer = await kernel.execute(
    "for (let n = 0; n < 2000; n++) kernel.display({ 'text/plain': String(n), 'image/svg+xml': 'x'.repeat(20_000) });",
  );
  const shown = outputs(answer, 'display_data').map(({ data }) => data['text/plain']);
  expect(shown).toEqual(Array.from({ length: 2000 }, (_, n) => String(n)));
});

test('a flood is stopped within a second', async () => {
  const begun = kernel.broadcast('stream');
  const flood = kernel.execute("while (true) console.log('x'.repeat(1000));");
  await begun;
  const pressed = performance.now();
  await kernel.request('interrupt_request', {}, 'control');
  const { reply } = await flood;
  expect(performance.now() - pressed).toBeLessThan(1000);
  expect(reply.ename).toBe('KeyboardInterrupt');
});

test('a client that vanishes in the middle harms nobody', async () => {
  const other = await kernel.another();
  const request = other.message('execute_request', {
    code: "for (let n = 0; n < 50_000; n++) console.log('bye', n);",
  });
  const begun = other.broadcast('stream');
  await other.sockets.shell.send(encode(request, other.connection.key));
  await begun;
  other.leave();
  expect(result(await kernel.execute('1 + 1'))).toBe('2');
});

test('a front end that never reads is left behind with a line; the others miss nothing', async () => {
  const asleep = new Subscriber({ receiveHighWaterMark: 1, linger: 0 });
  asleep.connect(`tcp://127.0.0.1:${kernel.connection.iopub_port}`);
  asleep.subscribe();
  const { key } = kernel.connection;
  // Its subscription has arrived once something reaches it.
  const ask = setInterval(() => {
    void kernel.sockets.control.send(encode(kernel.message('kernel_info_request', {}), key));
  }, 20);
  await asleep.receive();
  clearInterval(ask);
  const flood = kernel.execute('for (let n = 0; n < 100_000; n++) console.log(line);');
  const grown = await growth(flood);
  expect(printed(await flood).length).toBe(100_000_000);
  expect(printed(await flood, 'stderr')).toBe(
    'lineage kernel: a front end reads no more; it misses what is shown from here\n',
  );
  expect(grown).toBeLessThan(250);
  const begun = performance.now();
  await kernel.execute('1');
  expect(performance.now() - begun).toBeLessThan(1000);
  asleep.close();
});
