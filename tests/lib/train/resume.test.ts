import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { Rng } from 'lineage';
import { root } from '../../../lib/root';

const folder = mkdtempSync(path.join(os.tmpdir(), 'resume-'));
const program = path.join(folder, 'child.cjs');

beforeAll(() => {
  buildSync({
    entryPoints: [path.join(__dirname, 'resume-child.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    packages: 'external',
    alias: { lineage: path.join(root(), 'lib') },
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Result {
  readonly first: number;
  readonly updates: number;
  readonly weights: readonly (readonly number[])[];
}

function start(name: string): ChildProcess {
  const files = [path.join(folder, name), path.join(folder, `${name}.json`)];
  const env = { ...process.env, NODE_PATH: path.join(root(), 'node_modules'), TF_CPP_MIN_LOG_LEVEL: '3' };
  return spawn(process.execPath, [program, ...files], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Lets a run end by itself. */
async function finish(name: string): Promise<Result> {
  const child = start(name);
  let errors = '';
  child.stderr?.on('data', (text) => {
    errors += text;
  });
  child.stdout?.resume();
  const code = await new Promise((resolve) => child.on('close', resolve));
  if (code !== 0) throw new Error(`the run ended with ${code}: ${errors}`);
  return JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8'));
}

/** Kills a run as soon as `ripe` says so, the hard way; how the process ended. */
async function kill(name: string, ripe: (child: ChildProcess, now: () => void) => void) {
  const child = start(name);
  ripe(child, () => child.kill('SIGKILL'));
  return new Promise((resolve) => child.on('close', (_, signal) => resolve(signal)));
}

test('a run killed again and again, also while it writes, ends with the weights of one that was not', async () => {
  const whole = await finish('whole');
  expect(whole).toMatchObject({ first: 1, updates: 190 });

  const rng = new Rng(Date.now() & 0xffff);
  for (let round = 0; round < 3; round++) {
    const patience = 1 + rng.integer(12); // steps
    const signal = await kill('killed', (child, now) => {
      let steps = 0;
      child.stdout?.on('data', (text: Buffer) => {
        steps += text.toString().split('\n').length - 1;
        if (steps >= patience) now();
      });
    });
    expect(signal).toBe('SIGKILL');
  }
  const unfinished = path.join(folder, 'killed.tmp');
  for (let round = 0; round < 8 && !existsSync(unfinished); round++) {
    const signal = await kill('killed', (child, now) => {
      child.stdout?.resume();
      const watcher = watch(folder, (_, file) => {
        if (file === path.basename(unfinished)) now();
      });
      child.on('close', () => watcher.close());
    });
    expect(signal).toBe('SIGKILL');
  }
  expect(existsSync(unfinished)).toBe(true); // one was killed in the middle of a write

  const resumed = await finish('killed');
  expect(resumed.first).toBeGreaterThan(1);
  expect(resumed.updates).toBe(whole.updates);
  expect(resumed.weights).toEqual(whole.weights);
}, 240_000);
