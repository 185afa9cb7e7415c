import { version } from 'typescript';
import { encode } from '../../kernel-setup/kernel/wire';
import { result } from './answer';
import type { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-protocol-', (started) => {
  kernel = started;
});

test('kernel_info says who this is, on both sockets', async () => {
  for (const socket of ['shell', 'control'] as const) {
    const { reply, outputs } = await kernel.request('kernel_info_request', {}, socket);
    expect(reply).toEqual({
      status: 'ok',
      protocol_version: '5.3',
      implementation: 'lineage',
      implementation_version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      banner: expect.stringContaining('Lineage'),
      language_info: {
        name: 'typescript',
        version: version,
        mimetype: 'text/typescript',
        file_extension: '.ts',
        pygments_lexer: 'typescript',
        codemirror_mode: { name: 'javascript', typescript: true },
        nbconvert_exporter: 'script',
      },
      help_links: expect.arrayContaining([{ text: 'TypeScript', url: expect.stringContaining('https://') }]),
      debugger: false,
      supported_features: [],
    });
    expect(outputs.map(({ content }) => content.execution_state)).toEqual(['busy', 'idle']);
  }
});

test('connect names the ports, and a debugger is refused', async () => {
  const { shell_port, iopub_port, stdin_port, control_port, hb_port } = kernel.connection;
  const ports = { shell_port, iopub_port, stdin_port, control_port, hb_port };
  expect((await kernel.request('connect_request')).reply).toEqual({ status: 'ok', ...ports });
  const attach = { type: 'request', seq: 3, command: 'attach', arguments: {} };
  const { reply } = await kernel.request('debug_request', attach, 'control');
  expect(reply).toMatchObject({ status: 'error', type: 'response', request_seq: 3, success: false });
  expect(reply.message).toContain('no debugger');
});

test('silent cells leave no trace but what they print', async () => {
  const { reply: before } = await kernel.execute('1');
  const silent = await kernel.execute("console.log('heard'); const quiet = 2; quiet", { silent: true });
  expect(silent.reply.execution_count).toBe(before.execution_count);
  expect(silent.outputs.map(({ type }) => type)).toEqual(['status', 'stream', 'status']);
  const failed = await kernel.execute("throw new Error('unheard')", { silent: true });
  expect(failed.reply.ename).toBe('Error');
  expect(failed.outputs.map(({ type }) => type)).toEqual(['status', 'status']);
  const { reply: after } = await kernel.execute('3', { store_history: false });
  expect(after.execution_count).toBe(before.execution_count);
  const tail = await kernel.request('history_request', { hist_access_type: 'tail', n: 1 });
  expect(tail.reply.history[0][2]).toBe('1');
  const counted = await kernel.execute('quiet');
  expect(result(counted)).toBe('2');
  expect(counted.reply.execution_count).toBe(before.execution_count + 1);
});

test('user_expressions are answered one by one', async () => {
  const expressions = {
    sum: '1 + 2',
    late: 'await Promise.resolve(5)',
    wrong: 'missing.name',
    broken: '1 +',
    thrown: "(() => { throw new Error('no') })()",
  };
  const { reply } = await kernel.execute('0', { user_expressions: expressions });
  expect(reply.user_expressions).toMatchObject({
    sum: { status: 'ok', data: { 'text/plain': '3' }, metadata: {} },
    late: { status: 'ok', data: { 'text/plain': '5' } },
    wrong: { status: 'error', ename: 'TypeScriptError' },
    broken: { status: 'error' },
    thrown: { status: 'error', ename: 'Error', evalue: 'no' },
  });
});

test('cells that wait behind one that failed are aborted, unless the request says otherwise', async () => {
  const failing = kernel.execute("throw new Error('first');");
  const waiting = [kernel.execute('ran = 1'), kernel.execute('2')];
  expect((await failing).reply.status).toBe('error');
  for (const answer of await Promise.all(waiting)) expect(answer.reply).toEqual({ status: 'aborted' });
  const answers = [
    kernel.execute("throw new Error('first');", { stop_on_error: false }),
    kernel.execute('3'),
  ];
  expect((await Promise.all(answers)).map(({ reply }) => reply.status)).toEqual(['error', 'ok']);
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

test('history: nothing of other sessions, none at all, each cell once, and no pattern takes for ever', async () => {
  const find = async (request: object) => (await kernel.request('history_request', request)).reply.history;
  expect(await find({ hist_access_type: 'range', session: -1, start: 0 })).toEqual([]);
  expect(await find({ hist_access_type: 'tail', n: 0 })).toEqual([]);
  for (let round = 0; round < 2; round++) await kernel.execute("'twice in history'");
  const twice = { hist_access_type: 'search', pattern: "'twice*" };
  expect(await find(twice)).toHaveLength(2);
  expect(await find({ ...twice, unique: true })).toHaveLength(1);
  expect(await find({ ...twice, unique: false, n: 1 })).toHaveLength(1);
  await kernel.execute(`'${'a'.repeat(100_000)}'.length`);
  const begun = performance.now();
  expect(await find({ hist_access_type: 'search', pattern: `*${'a*'.repeat(12)}b` })).toEqual([]);
  expect(performance.now() - begun).toBeLessThan(2000);
});

test('widgets are refused at once', async () => {
  for (const content of [{}, { target_name: 'jupyter.widget' }])
    expect((await kernel.request('comm_info_request', content)).reply).toEqual({ status: 'ok', comms: {} });
  const open = kernel.message('comm_open', { comm_id: 'w1', target_name: 'jupyter.widget', data: {} });
  const told: unknown[] = [];
  const idle = kernel.until('comm_open handled', ({ header, parent_header, content }) => {
    if (parent_header.msg_id !== open.header.msg_id) return undefined;
    told.push(header.msg_type === 'status' ? content.execution_state : [header.msg_type, content]);
    return content.execution_state === 'idle' ? true : undefined;
  });
  await kernel.sockets.shell.send(encode(open, kernel.connection.key));
  await idle;
  expect(told).toEqual(['busy', ['comm_close', { comm_id: 'w1', data: {} }], 'idle']);
});

test('messages of unknown types, and answers that nobody asked for, are passed over', async () => {
  const { shell, control, stdin } = kernel.sockets;
  for (const type of ['no_such_request', 'constructor', '__proto__', 'input_reply'])
    for (const socket of [shell, control, stdin])
      await socket.send(encode(kernel.message(type, { value: 'hello' }), kernel.connection.key));
  expect(result(await kernel.execute('first'))).toBe('1');
});
