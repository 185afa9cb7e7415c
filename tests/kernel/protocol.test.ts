import { once } from 'node:events';
import { encode } from '../../kernel-setup/kernel/wire';
import { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
const folder = withKernel('lineage-protocol-', (started) => {
  kernel = started;
});

test('kernel_info names the language', async () => {
  const { reply, outputs } = await kernel.request('kernel_info_request');
  expect(reply).toMatchObject({ status: 'ok', protocol_version: '5.3', implementation: 'lineage' });
  expect(reply.language_info).toMatchObject({ name: 'typescript', file_extension: '.ts' });
  expect(outputs.map(({ content }) => content.execution_state)).toEqual(['busy', 'idle']);
});

test('the heartbeat and the control socket answer while a cell is busy', async () => {
  const begun = kernel.broadcast('stream');
  const busy = kernel.execute(
    "console.log('begun'); const end = Date.now() + 1500; while (Date.now() < end);",
  );
  await begun;
  await kernel.sockets.heartbeat.send('beat');
  const [beat] = await kernel.sockets.heartbeat.receive();
  expect(beat.toString()).toBe('beat');
  const { reply } = await kernel.request('kernel_info_request', {}, 'control');
  expect(reply.status).toBe('ok');
  const completion = await kernel.request('complete_request', { code: 'fir', cursor_pos: 3 });
  expect(completion.reply.matches).toContain('first');
  let ended = false;
  void busy.then(() => {
    ended = true;
  });
  await new Promise(setImmediate);
  expect(ended).toBe(false);
  await busy;
});

test('completion knows earlier cells, and counts characters, not UTF-16 units', async () => {
  await kernel.execute('const learning = { rate: 0.1, steps: 5 };');
  const code = "const smile = '😀'; learning.ra";
  const { reply } = await kernel.request('complete_request', { code, cursor_pos: [...code].length });
  expect(reply).toMatchObject({
    status: 'ok',
    cursor_end: [...code].length,
    cursor_start: [...code].length - 2,
  });
  expect(reply.matches).toContain('rate');
});

test("inspection shows a type, and the library's own documentation", async () => {
  await kernel.execute("import { Rng } from 'lineage';");
  const { reply } = await kernel.request('inspect_request', {
    code: 'Rng',
    cursor_pos: 1,
    detail_level: 0,
  });
  expect(reply.found).toBe(true);
  expect(reply.data['text/plain']).toContain('class Rng');
  expect(reply.data['text/markdown']).toContain('splittable');
  const nothing = await kernel.request('inspect_request', { code: '   ', cursor_pos: 1, detail_level: 0 });
  expect(nothing.reply).toMatchObject({ status: 'ok', found: false });
});

test.each([
  ['1 + 1', 'complete'],
  ['for (const step of [1, 2]) {', 'incomplete'],
  ['const text = `open', 'incomplete'],
  ['const x = = 2; const y = 3;', 'invalid'],
  ['await null', 'complete'],
])('%j is %s', async (code, status) => {
  expect((await kernel.request('is_complete_request', { code })).reply.status).toBe(status);
});

test('history: the tail, a range, a search', async () => {
  await kernel.execute('const needle = 1;');
  const { reply: tail } = await kernel.request('history_request', { hist_access_type: 'tail', n: 1 });
  const [[session, count, input]] = tail.history;
  expect([session, input]).toEqual([0, 'const needle = 1;']);
  const range = { hist_access_type: 'range', start: count, stop: count + 1, output: true };
  expect((await kernel.request('history_request', range)).reply.history).toEqual([[0, count, [input, null]]]);
  const search = { hist_access_type: 'search', pattern: '*needl?*' };
  expect((await kernel.request('history_request', search)).reply.history).toEqual([[0, count, input]]);
});

test('widgets are refused at once', async () => {
  expect((await kernel.request('comm_info_request')).reply).toEqual({ status: 'ok', comms: {} });
  const closed = kernel.broadcast('comm_close');
  const open = kernel.message('comm_open', { comm_id: 'w1', target_name: 'jupyter.widget', data: {} });
  await kernel.sockets.shell.send(encode(open, kernel.connection.key));
  expect((await closed).content.comm_id).toBe('w1');
});

test('damaged, unsigned and unknown messages do no harm', async () => {
  const { shell, stdin } = kernel.sockets;
  const request = kernel.message('kernel_info_request', {});
  await shell.send('nonsense');
  await shell.send(encode(request, kernel.connection.key).slice(0, 3));
  await shell.send(encode(request, 'another key'));
  await shell.send(encode(kernel.message('no_such_request', {}), kernel.connection.key));
  // Nobody asked for input.
  await stdin.send(encode(kernel.message('input_reply', { value: 'hello' }), kernel.connection.key));
  const { outputs } = await kernel.execute('first');
  expect(outputs.find(({ type }) => type === 'execute_result')?.content.data).toEqual({ 'text/plain': '1' });
});

test('shutdown is answered, and the process ends', async () => {
  const exited = once(kernel.process, 'exit');
  const { reply } = await kernel.request('shutdown_request', { restart: true }, 'control');
  expect(reply).toEqual({ status: 'ok', restart: true });
  expect((await exited)[0]).toBe(0);
});

test('shutdown ends a kernel whose cell never ends', async () => {
  const busy = await Client.start(folder);
  const begun = busy.broadcast('stream');
  void busy.execute("console.log('begun'); while (true);");
  await begun;
  const exited = once(busy.process, 'exit');
  await busy.request('shutdown_request', { restart: false }, 'control');
  await exited;
  await busy.stop();
  expect(busy.process.signalCode).toBe('SIGKILL');
});
