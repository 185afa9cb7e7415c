import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Connection } from '../../kernel-setup/kernel/wire';
import { makeConnection } from '../notebooks/connection-file';
import { result } from './answer';
import { built } from './built';
import { Client } from './client';

const main = path.resolve(__dirname, '../../dist/kernel/main.js');
let folder: string;
let connection: Connection;
let file: string;

jest.setTimeout(160_000);
beforeAll(async () => {
  built();
  ({ connection, folder, file } = await makeConnection());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Starts the kernel with a connection file of this content and waits for its end. */
function refusal(content: string): { status: number | null; line: string; file: string } {
  writeFileSync(file, content);
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, file], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^lineage kernel: .*\n$/);
  return { status, line: stderr, file };
}

test.each([
  ['nothing', [], 'expected a connection file, as in: node dist/kernel/main.js file.json'],
  ['no file', ['nowhere.json'], 'nowhere.json: expected a connection file, but there is none'],
  ['a folder', [os.tmpdir()], 'expected a connection file, but EISDIR'],
])('%s in place of a connection file: one line, exit 1', (_name, args, reason) => {
  const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(/^lineage kernel: .*\n$/);
  expect(stderr).toContain(reason);
});

test.each([
  ['', 'expected a connection file, but Unexpected end of JSON input'],
  ['{ "ip":\n "127', 'expected a connection file, but Unterminated string'],
  ['[1, 2]', 'got JSON that is no object'],
])('%j in the file: one line, exit 1', (content, reason) => {
  const { status, line } = refusal(content);
  expect(status).toBe(1);
  expect(line).toContain(`${file}: `);
  expect(line).toContain(reason);
});

const network = 'expected ip to be of this computer alone';
test.each([
  [{ ip: '0.0.0.0' }, network],
  [{ ip: '*' }, network],
  [{ ip: '::' }, network],
  [{ ip: '192.168.1.5' }, network],
  [{ ip: '127.0.0.1.example.org' }, network],
  [{ ip: undefined }, 'expected ip to be an address, or with ipc a path, got nothing'],
  [{ transport: 'inproc' }, 'expected transport to be tcp or ipc, got "inproc"'],
  [{ shell_port: undefined }, 'expected shell_port to be a whole number from 1 to 65535, got nothing'],
  [{ hb_port: 70_000 }, 'expected hb_port to be a whole number from 1 to 65535, got 70000'],
  [{ iopub_port: '5000' }, 'expected iopub_port to be a whole number from 1 to 65535, got "5000"'],
  [{ key: undefined }, "expected key to be a text ('' if messages are not signed), got nothing"],
  [{ signature_scheme: 'hmac-md5' }, 'expected signature_scheme to be hmac-sha256, got "hmac-md5"'],
])('%j: one line, exit 1', (change, reason) => {
  const { status, line } = refusal(JSON.stringify({ ...connection, ...change }));
  expect(status).toBe(1);
  expect(line).toContain(reason);
});

test('a port that is taken: one line, exit 1', async () => {
  const taken = createServer().listen(connection.stdin_port, '127.0.0.1');
  await once(taken, 'listening');
  const { status, line } = refusal(JSON.stringify(connection));
  taken.close();
  expect(status).toBe(1);
  expect(line).toContain(
    `expected stdin_port tcp://127.0.0.1:${connection.stdin_port} to be free, but another program listens there`,
  );
});

test('a key that other users can read is warned of in one line; the file stays as it is', async () => {
  // Windows keeps no such bits in a file's mode.
  const others = process.platform !== 'win32';
  const content = JSON.stringify(connection);
  writeFileSync(file, content);
  chmodSync(file, 0o644);
  const { mode } = statSync(file);
  const kernel = spawn(process.execPath, [main, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  kernel.stderr.on('data', (text) => {
    said += text;
  });
  const line = once(kernel.stderr, 'data');
  if (others) await line;
  await until(() => reached('127.0.0.1', connection.shell_port));
  kernel.kill('SIGKILL');
  await once(kernel, 'close');
  expect(said).toMatch(others ? /^lineage kernel: .*can be read by other users.*\n$/ : /^$/);
  expect(readFileSync(file, 'utf8')).toBe(content);
  expect(statSync(file).mode).toBe(mode);
});

test('a kernel at 127.0.0.1 is not reached at any other address', async () => {
  const kernel = await Client.start(folder);
  const { connection: at } = kernel;
  const others = Object.values(os.networkInterfaces()).flatMap((list) => list ?? []);
  const addresses = [
    '127.0.0.2',
    ...others.filter(({ internal }) => !internal).map(({ address }) => address),
  ];
  for (const port of [at.shell_port, at.iopub_port, at.stdin_port, at.control_port, at.hb_port]) {
    expect(await reached('127.0.0.1', port)).toBe(true);
    for (const address of addresses)
      expect([address, await reached(address, port)]).toEqual([address, false]);
  }
  await kernel.stop();
});

test.each([
  ['localhost', { ip: 'localhost' }],
  ['::1', { ip: '::1' }],
  ['no signatures, where the file says so', { key: '', signature_scheme: '' }],
])('a kernel at %s runs cells', async (_name, change) => {
  const kernel = await Client.start(folder, {}, change);
  expect(result(await kernel.execute('1 + 1'))).toBe('2');
  await kernel.stop();
});

test('a kernel at ipc files runs cells', async () => {
  const pipes = mkdtempSync(path.join(os.tmpdir(), 'lineage-ipc-'));
  const ports = { shell_port: 1, iopub_port: 2, stdin_port: 3, control_port: 4, hb_port: 5 };
  const kernel = await Client.start(
    folder,
    {},
    { transport: 'ipc', ip: path.join(pipes, 'kernel'), ...ports },
  );
  expect(result(await kernel.execute('1 + 1'))).toBe('2');
  await kernel.stop();
  rmSync(pipes, { recursive: true });
});

/** Whether something listens there. */
function reached(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: 2000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(50);
}
