import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Course, compile } from './fixtures/course';

jest.setTimeout(60_000);

const course = new Course();
const program = course.path('runner.cjs');
const kernel = JSON.stringify(course.fakeKernel());
beforeAll(() => compile(path.join(__dirname, 'main.ts'), program));
afterAll(() => course.remove());

/** Starts the runner as a command; temporary files go into the course's folder. */
function start(...argv: string[]) {
  const child = spawn(process.execPath, [program, ...argv, '--kernel', kernel], {
    env: { ...process.env, TMPDIR: course.root },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  const listen = (chunk: Buffer) => {
    text += chunk;
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  return {
    child,
    end: new Promise<{ code: number | null; text: string }>((resolve) =>
      child.once('close', (code) => resolve({ code, text })),
    ),
  };
}

const outputs = [{ output_type: 'stream', name: 'stdout', text: '1\n' }];

test('the exit code is 0 when all passed, 1 when one failed, 2 for a wrong command', async () => {
  const good = course.add('01-good', [{ source: 'stdout 1', outputs }]);
  const bad = course.add('02-bad', [{ source: 'stdout 2', outputs }]);
  expect(await start('check', good).end).toMatchObject({
    code: 0,
    text: expect.stringMatching(/\n1 passed, 0 failed\n$/),
  });
  expect(await start('check', good, bad).end).toMatchObject({
    code: 1,
    text: expect.stringMatching(/\n1 passed, 1 failed\n$/),
  });
  expect(await start('check', '--fast').end).toMatchObject({
    code: 2,
    text: expect.stringContaining('npm run notebooks --'),
  });
  expect(await start('check', '99').end).toMatchObject({ code: 1, text: expect.stringContaining('99') });
});

test('Ctrl-C ends runner and kernel and leaves the notebook and no other file', async () => {
  const pidFile = course.path('pid');
  const file = course.add('03-long', [{ source: `pid ${pidFile}\nhang` }]);
  const before = readFileSync(file, 'utf8');
  const { child, end } = start('write', file);
  while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') await wait(20);
  const pid = Number(readFileSync(pidFile, 'utf8'));
  expect(isAlive(pid)).toBe(true);
  child.kill('SIGINT');
  expect(await end).toMatchObject({ code: 130, text: expect.stringContaining('stopped by SIGINT') });
  for (let tries = 0; isAlive(pid) && tries < 100; tries++) await wait(20);
  expect(isAlive(pid)).toBe(false);
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(readdirSync(course.root).filter((name) => name.startsWith('lineage-kernel-'))).toEqual([]);
  expect(readdirSync(course.path('notebooks')).filter((name) => !name.endsWith('.ipynb'))).toEqual([]);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // A process that ended and waits to be collected is not alive.
    return !/\) Z /.test(existsSync(`/proc/${pid}/stat`) ? readFileSync(`/proc/${pid}/stat`, 'utf8') : '');
  } catch {
    return false;
  }
}
