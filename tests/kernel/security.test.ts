import { setTimeout as wait } from 'node:timers/promises';
import { Dealer } from 'zeromq';
import { encode, type Message } from '../../kernel-setup/kernel/wire';
import { result } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-security-', (started) => {
  kernel = started;
});

const mega = 1024 * 1024;
const sockets = ['shell', 'control', 'stdin'] as const;

/** A request that would count up, were it obeyed. */
function counting(): Message {
  return kernel.message('execute_request', { code: 'obeyed += 1' });
}

/** How often a counting request was obeyed so far. */
async function obeyed(): Promise<string | undefined> {
  // Whatever was sent before has arrived by now.
  await kernel.request('kernel_info_request', {}, 'control');
  return result(await kernel.execute('obeyed'));
}

test('frames that are cut, unsigned, changed or no JSON are dropped on every socket', async () => {
  await kernel.execute('let obeyed = 0;');
  const { key } = kernel.connection;
  for (const socket of sockets) {
    const good = encode(counting(), key);
    const send = (frames: (Buffer | string)[]) => kernel.sockets[socket].send(frames);
    await send(['']);
    await send(['nonsense']);
    await send(['<IDS|MSG>']);
    for (let length = 1; length < good.length; length++) await send(good.slice(0, length));
    await send(encode(counting(), ''));
    await send(encode(counting(), `${key}x`));
    for (let part = 1; part < good.length; part++)
      await send(
        good.map((frame, index) => (index === part ? Buffer.concat([frame, Buffer.from(' ')]) : frame)),
      );
    await send([...good.slice(1)]);
    await send([Buffer.alloc(0), ...Array.from({ length: 300 }, () => Buffer.from([255, 0]))]);
    await kernel.sockets.heartbeat.send('');
  }
  expect(await obeyed()).toBe('0');
});

test('a message that is sent again is not obeyed again', async () => {
  const request = counting();
  const frames = encode(request, kernel.connection.key);
  const answered = kernel.answer(request);
  await kernel.sockets.shell.send(frames);
  expect((await answered).reply.status).toBe('ok');
  for (const socket of sockets) await kernel.sockets[socket].send(frames);
  const thief = new Dealer({ linger: 0 });
  thief.connect(`tcp://127.0.0.1:${kernel.connection.shell_port}`);
  await thief.send(frames);
  await wait(200);
  thief.close();
  expect(await obeyed()).toBe('1');
});

test('a cell of 1 MB runs', async () => {
  const answer = await kernel.execute(`'${'x'.repeat(mega)}'.length`);
  expect(result(answer)).toBe(String(mega));
});

test('a cell of 64 MB is refused with a reason', async () => {
  const { reply, outputs } = await kernel.execute(`'${'x'.repeat(64 * mega)}'.length`);
  expect(reply).toMatchObject({ status: 'error', ename: 'ContentError' });
  expect(reply.evalue).toBe(
    `execute_request: expected code to be a text of at most 8000000 characters, got ${64 * mega + 9} characters`,
  );
  expect(outputs.map(({ type }) => type)).toEqual(['status', 'error', 'status']);
});

test('64 MB unsigned, and a frame above all bounds, leave the kernel as it is', async () => {
  const stranger = new Dealer({ linger: 0 });
  stranger.connect(`tcp://127.0.0.1:${kernel.connection.shell_port}`);
  const huge = { ...counting(), content: { code: 'x'.repeat(64 * mega) } };
  await stranger.send(encode(huge, 'another key'));
  await stranger.send(Buffer.alloc(129 * mega));
  await wait(1000);
  stranger.close();
  expect(await obeyed()).toBe('1');
});

test('half a surrogate pair reaches front ends as a character that notebooks can hold', async () => {
  const { outputs } = await kernel.execute("console.log('half \\ud83d, backslash \\\\ud83d, whole 😀')");
  const [stream] = outputs.filter(({ type }) => type === 'stream');
  expect(stream.content.text).toBe('half \ufffd, backslash \\ud83d, whole 😀\n');
});
