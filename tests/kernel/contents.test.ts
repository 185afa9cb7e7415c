import { encode } from '../../kernel-setup/kernel/wire';
import { printed, result } from './answer';
import type { Client, Content } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-contents-', (started) => {
  kernel = started;
});

const text = 'a text of at most 8000000 characters';

test.each<[string, Content, string]>([
  ['execute_request', {}, `expected code to be ${text}, got nothing`],
  ['execute_request', { code: 5 }, `expected code to be ${text}, got 5`],
  ['execute_request', { code: '1', silent: 'no' }, 'expected silent to be true or false, got "no"'],
  [
    'execute_request',
    { code: '1', user_expressions: ['a'] },
    'expected user_expressions to be an object of texts',
  ],
  ['execute_request', { code: '1', user_expressions: { a: 1 } }, 'an object of texts, got {"a":1}'],
  ['execute_request', { code: '1', stop_on_error: 0 }, 'expected stop_on_error to be true or false, got 0'],
  ['complete_request', { cursor_pos: 0 }, `expected code to be ${text}, got nothing`],
  [
    'complete_request',
    { code: '😀x', cursor_pos: 3 },
    'expected cursor_pos to be a whole number from 0 to 2, got 3',
  ],
  [
    'complete_request',
    { code: 'x', cursor_pos: -1 },
    'expected cursor_pos to be a whole number from 0, got -1',
  ],
  [
    'complete_request',
    { code: 'x', cursor_pos: 0.5 },
    'expected cursor_pos to be a whole number from 0, got 0.5',
  ],
  [
    'inspect_request',
    { code: 'x', cursor_pos: '1' },
    'expected cursor_pos to be a whole number from 0, got "1"',
  ],
  [
    'inspect_request',
    { code: 'x', cursor_pos: 0, detail_level: 2 },
    'expected detail_level to be 0 or 1, got 2',
  ],
  ['is_complete_request', { code: [] }, `expected code to be ${text}, got []`],
  ['history_request', {}, 'expected hist_access_type to be "range" or "tail" or "search", got nothing'],
  ['history_request', { hist_access_type: 'tail', n: -1 }, 'expected n to be a whole number from 0, got -1'],
  ['history_request', { hist_access_type: 'search', pattern: 7 }, `expected pattern to be ${text}, got 7`],
  ['comm_info_request', { target_name: 7 }, `expected target_name to be ${text}, got 7`],
  ['shutdown_request', { restart: 'yes' }, 'expected restart to be true or false, got "yes"'],
])('%s of %j is answered with what was expected', async (type, content, reason) => {
  const { reply, outputs } = await kernel.request(type, content);
  expect(reply).toMatchObject({ status: 'error', ename: 'ContentError' });
  expect(reply.evalue).toContain(`${type}: `);
  expect(reply.evalue).toContain(reason);
  expect(reply.traceback).toHaveLength(1);
  const states = outputs
    .filter(({ type }) => type === 'status')
    .map(({ content }) => content.execution_state);
  expect(states).toEqual(['busy', 'idle']);
});

test.each([
  ['NaN', '{"code": "x", "cursor_pos": NaN}', 'expected JSON in content'],
  ['a list', '["x"]', 'expected an object in content, got ["x"]'],
  ['nothing', '', 'expected JSON in content'],
])('signed content that is %s is answered as well', async (_name, content, reason) => {
  const request = kernel.message('complete_request', {});
  const frames = encode(request, '');
  frames[5] = Buffer.from(content);
  const { createHmac } = await import('node:crypto');
  const hmac = createHmac('sha256', kernel.connection.key);
  for (const part of frames.slice(2, 6)) hmac.update(part);
  frames[1] = Buffer.from(hmac.digest('hex'));
  const answered = kernel.answer(request);
  await kernel.sockets.shell.send(frames);
  expect((await answered).reply).toMatchObject({ status: 'error', evalue: expect.stringContaining(reason) });
});

test('comm messages without an id are passed over', async () => {
  for (const type of ['comm_open', 'comm_msg', 'comm_close']) {
    const idle = kernel.until(type, ({ parent_header, content }) =>
      parent_header.msg_type === type && content.execution_state === 'idle' ? true : undefined,
    );
    await kernel.sockets.shell.send(encode(kernel.message(type, {}), kernel.connection.key));
    expect(await idle).toBe(true);
  }
});

test('fields that are left out or null take their defaults', async () => {
  const sent = { code: "console.log('told'); 7", silent: null, user_expressions: null, extra: true };
  const answer = await kernel.request('execute_request', sent);
  expect(answer.reply).toMatchObject({ status: 'ok', user_expressions: {} });
  expect(printed(answer)).toBe('told\n');
  const { reply } = await kernel.request('complete_request', { code: 'fir' });
  expect(reply.matches).toContain('first');
  const tail = { hist_access_type: 'tail', n: null, session: null, pattern: null };
  expect((await kernel.request('history_request', tail)).reply.status).toBe('ok');
});

test('a cell is run on the shell socket only', async () => {
  const { reply } = await kernel.request('execute_request', { code: 'const never = 1;' }, 'control');
  expect(reply.evalue).toBe('execute_request: expected on the shell socket, got it on control');
  expect(result(await kernel.execute('typeof never'))).toBe(undefined);
});
