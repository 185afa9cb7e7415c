import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { makeConnection } from '../notebooks/connection-file';
import { result } from './answer';
import { Client } from './client';
import { withKernel } from './with-kernel';

let kernel: Client;
const folder = withKernel('lineage-ending-', (started) => {
  kernel = started;
});

test.each([
  ['process.exit()', 'process.exit'],
  ['process.exit(1)', 'process.exit'],
  ['process.abort()', 'process.abort'],
  ['process.kill(process.pid)', 'process.kill'],
  ["import { exit } from 'node:process'; exit();", 'process.exit'],
])('%s fails with one clear line, and every variable is kept', async (code, name) => {
  await kernel.execute('const kept = 1;');
  const { reply } = await kernel.execute(code);
  expect(reply.evalue).toBe(
    `${name}: a cell can’t end the kernel. Throw an error to end the cell; Kernel > Restart ends the rest.`,
  );
  expect(result(await kernel.execute('kept'))).toBe('1');
});

test('process.exitCode and signal 0 are harmless, and a timer can’t exit either', async () => {
  expect((await kernel.execute('process.exitCode = 3; process.kill(process.pid, 0);')).reply.status).toBe(
    'ok',
  );
  const told = kernel.broadcast('stream');
  await kernel.execute('setTimeout(() => process.exit(), 5); 0');
  expect((await told).content.text).toContain('process.exit: a cell can’t end the kernel');
  expect(result(await kernel.execute('kept'))).toBe('1');
});

test('shutdown is answered, and the process ends', async () => {
  const exited = once(kernel.process, 'exit');
  const { reply, outputs } = await kernel.request('shutdown_request', { restart: true }, 'control');
  expect(reply).toEqual({ status: 'ok', restart: true });
  // The other front ends are told as well.
  expect(outputs.map(({ type }) => type)).toContain('shutdown_reply');
  expect((await exited)[0]).toBe(0);
});

test('shutdown ends a kernel whose cell never ends', async () => {
  const busy = await Client.start(folder);
  const begun = busy.broadcast('stream');
  void busy.execute("console.log('begun'); while (true);");
  await begun;
  const exited = once(busy.process, 'exit');
  const asked = performance.now();
  await busy.request('shutdown_request', { restart: false }, 'control');
  await exited;
  expect(performance.now() - asked).toBeLessThan(3000);
  await busy.stop();
});

test('a kernel is started again at the same ports as soon as the last one is gone', async () => {
  const first = await Client.start(folder);
  const exited = once(first.process, 'exit');
  await first.request('shutdown_request', { restart: true }, 'control');
  await exited;
  const second = await Client.start(folder, {}, first.connection);
  expect((await second.execute('1 + 1')).reply).toMatchObject({ status: 'ok', execution_count: 1 });
  await first.stop();
  await second.stop();
});

test('a kernel ends when Jupyter is gone', async () => {
  const { connection, folder: own, file } = await makeConnection();
  const main = path.resolve(__dirname, '../../dist/kernel/main.js');
  // A parent that starts the kernel, says its number, and stays.
  const script = `const { spawn } = require('node:child_process');
    const env = { ...process.env, JPY_PARENT_PID: String(process.pid) };
    const kernel = spawn(process.execPath, ${JSON.stringify([main, file])}, { env, stdio: 'ignore', detached: true });
    console.log(kernel.pid);
    setInterval(() => {}, 1000);`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [number] = await once(parent.stdout, 'data');
  const kernelNumber = Number(String(number));
  const front = await Client.connect(connection, parent, own);
  expect(isAlive(kernelNumber)).toBe(true);
  parent.kill('SIGKILL');
  const deadline = Date.now() + 10_000;
  while (isAlive(kernelNumber) && Date.now() < deadline) await wait(100);
  const survived = isAlive(kernelNumber);
  if (survived) process.kill(kernelNumber, 'SIGKILL');
  front.leave();
  rmSync(own, { recursive: true });
  expect(survived).toBe(false);
});

/** Whether the process runs; one that has ended but was not yet collected by its parent does not. */
function isAlive(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch {
    return false;
  }
}
