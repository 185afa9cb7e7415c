import { once } from 'node:events';
import { encode, type Message } from '../../kernel-setup/kernel/wire';
import { printed, result, trace } from './answer';
import type { Answer, Client, Content } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
withKernel('lineage-stdin-', (started) => {
  kernel = started;
});

/** The next question that this front end is asked. */
function question(client = kernel): Promise<Message> {
  return client.until('input_request', (message, from) => (from === 'stdin' ? message : undefined));
}

async function answer(value: unknown, parent: Partial<Message> = {}, client = kernel): Promise<void> {
  const reply = { ...client.message('input_reply', { value }), parent_header: parent.header ?? {} };
  await client.sockets.stdin.send(encode(reply, client.connection.key));
}

/** Runs a cell that asks once, and answers. */
async function asked(code: string, value: unknown): Promise<{ answer: Answer; question: Content }> {
  const shown = question();
  const running = kernel.execute(code, { allow_stdin: true });
  const message = await shown;
  await answer(value, message);
  return { answer: await running, question: message.content };
}

test('prompt waits for the answer, and what was printed before comes before', async () => {
  const code = "console.log('before'); const name = kernel.prompt('Name? '); 'hello ' + name";
  const asking = await asked(code, 'Ada 😀');
  expect(asking.question).toEqual({ prompt: 'Name? ', password: false });
  expect(result(asking.answer)).toBe("'hello Ada 😀'");
  expect(printed(asking.answer)).toBe('before\n');
});

test('a password is not shown', async () => {
  const asking = await asked("kernel.prompt('Key? ', { password: true }).length", 'secret');
  expect(asking.question).toEqual({ prompt: 'Key? ', password: true });
  expect(result(asking.answer)).toBe('6');
});

test('an answer of 3 MB arrives whole', async () => {
  const text = 'é😀x'.repeat(750_000);
  const asking = await asked("const long = kernel.prompt(); [long.length, long.endsWith('é😀x')]", text);
  expect(result(asking.answer)).toBe(`[ ${text.length}, true ]`);
});

test('while input waits, timers go on', async () => {
  const code = `let ticks = 0;
    const timer = setInterval(() => ticks++, 2);
    await new Promise((resolve) => setTimeout(resolve, 20));
    const before = ticks;
    const given = await kernel.input('Rate? ');
    await new Promise((resolve) => setTimeout(resolve, 20));
    clearInterval(timer);
    [given, ticks > before]`;
  expect(result((await asked(code, '0.1')).answer)).toBe("[ '0.1', true ]");
});

test('two questions at once are shown one after the other', async () => {
  const first = question();
  const running = kernel.execute(
    "const both = await Promise.all([kernel.input('a'), kernel.input('b')]); both",
    { allow_stdin: true },
  );
  const shown = await first;
  expect(shown.content.prompt).toBe('a');
  const second = question();
  await answer('1', shown);
  const next = await second;
  expect(next.content.prompt).toBe('b');
  // Not the answer to this question, but to the one before.
  await answer('1 again', shown);
  await answer('2', next);
  expect(result(await running)).toBe("[ '1', '2' ]");
});

test.each(["kernel.prompt('Name? ')", "await kernel.input('Name? ')"])(
  'without a reader, %s says what to do',
  async (code) => {
    const answered = await kernel.execute(`1;\n${code}`);
    expect(answered.reply.ename).toBe('StdinNotImplementedError');
    expect(answered.reply.evalue).toContain('"Name? "): nobody can answer here (allow_stdin is false)');
    expect(trace(answered)).toMatch(/cell \[\d+\]:2:/);
  },
);

test.each(["kernel.prompt('Name? ')", "await kernel.input('Name? ')"])(
  'the end of input ends %s at its line',
  async (code) => {
    for (const ended of ['\u0004', null]) {
      const asking = await asked(`1;\n${code}`, ended);
      expect(asking.answer.reply).toMatchObject({ status: 'error', ename: 'EndOfInputError' });
      expect(trace(asking.answer)).toMatch(/cell \[\d+\]:2:/);
    }
  },
);

test.each(["kernel.prompt('Name? ')", "await kernel.input('Name? ')"])(
  'stop ends %s at its line, and a late answer belongs to no question',
  async (code) => {
    const shown = question();
    const running = kernel.execute(`let kept = 5;\n${code}`, { allow_stdin: true });
    const message = await shown;
    const pressed = performance.now();
    await kernel.request('interrupt_request', {}, 'control');
    const stopped = await running;
    expect(performance.now() - pressed).toBeLessThan(1000);
    expect(stopped.reply.ename).toBe('KeyboardInterrupt');
    expect(trace(stopped)).toMatch(/cell \[\d+\]:2:/);
    await answer('too late', message);
    const asking = await asked('[kernel.prompt(), kept]', 'in time');
    expect(result(asking.answer)).toBe("[ 'in time', 5 ]");
  },
);

test('an answer that nobody asked for is forgotten', async () => {
  await answer('unasked');
  expect(result((await asked('kernel.prompt()', 'asked')).answer)).toBe("'asked'");
});

test('a question that the cell does not wait for ends with it', async () => {
  const late = kernel.until('stderr', ({ header, content }, from) =>
    from === 'iopub' && header.msg_type === 'stream' && content.name === 'stderr' ? content.text : undefined,
  );
  await kernel.execute("void kernel.input('Name? ');", { allow_stdin: true });
  expect(await late).toContain('the cell has ended; ask while it runs');
  expect(result((await asked('kernel.prompt()', 'next')).answer)).toBe("'next'");
});

test('a cell that is stopped by force leaves no question behind', async () => {
  const shown = question();
  // A regular expression that takes for ever is out of reach of anything but force.
  const code = "const left = kernel.input('left'); await null; /^(a+)+$/.test('a'.repeat(40) + 'b');";
  const running = kernel.execute(code, { allow_stdin: true });
  await shown;
  await kernel.request('interrupt_request', {}, 'control');
  await kernel.request('interrupt_request', {}, 'control');
  expect((await running).reply.ename).toBe('KeyboardInterrupt');
  expect(result((await asked('kernel.prompt()', 'here')).answer)).toBe("'here'");
});

test('only the front end that runs the cell is asked, and may answer', async () => {
  const other = await kernel.another();
  const shown = question();
  const running = kernel.execute('kernel.prompt()', { allow_stdin: true });
  const message = await shown;
  await answer('from another', {}, other);
  // Its answer has arrived before this.
  await other.request('kernel_info_request', {}, 'control');
  await answer('from the reader', message);
  expect(result(await running)).toBe("'from the reader'");
  other.leave();
});

test('Shift+Tab explains how to ask', async () => {
  const code = 'kernel.prompt';
  const { reply } = await kernel.request('inspect_request', {
    code,
    cursor_pos: code.length - 2,
    detail_level: 0,
  });
  expect(reply.data['text/markdown']).toContain('Asks the reader, and waits for the answer');
  expect(reply.data['text/plain']).toContain('prompt(text?: string');
});

test('shutdown does not wait for an answer', async () => {
  const shown = question();
  const running = kernel.execute('kernel.prompt()', { allow_stdin: true });
  await shown;
  const ended = once(kernel.process, 'exit');
  await kernel.request('shutdown_request', { restart: false }, 'control');
  expect((await running).reply.status).toBe('error');
  await ended;
});
