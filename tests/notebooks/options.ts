import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Overrides } from './override';
import { type Size, sizes } from './plan';
import { type Tier, tiers } from './time-limit';

const commands = ['check', 'write', 'run'] as const;

/** What the command line asks for. */
export interface Options {
  readonly command: (typeof commands)[number];
  /** Numbers such as `06`, or paths; empty: all notebooks. */
  readonly selectors: readonly string[];
  /** Undefined: the best one that the machine has. */
  readonly backend?: Tier;
  /** Undefined: the one that each notebook says. */
  readonly size?: Size;
  /** How many notebooks run side by side. */
  readonly jobs: number;
  /** How many times each notebook runs in one kernel, from top to bottom. */
  readonly times: number;
  readonly parameters: Overrides;
  /** The kernel's program and arguments; `{connection_file}` stands for the file's path. */
  readonly kernel: readonly string[];
  /** The folder of the clone. */
  readonly root: string;
}

export const usage = `npm run notebooks -- check [NN…]   run notebooks and compare them to their stored outputs
npm run notebooks -- write [NN…]   run notebooks and store their outputs
npm run notebooks -- run NN…       run notebooks and print what they show

  NN                              a notebook's number (06: with its solution) or path; none: all of them
  -p, --parameter name=value      another value in the cell tagged 'parameters' (check, run)
  --size smoke|quick|full         short for -p size=…, where a notebook has it
  --backend native|wasm|cpu       default: the best one that is installed
  --jobs N                        notebooks side by side, one thread each (default 1: claims on time stay true)
  --times N                       each from top to bottom N times in one kernel, to the same outputs (check, run)
  --kernel '["program", …]'       another kernel, as JSON; {connection_file} stands for the path`;

/** @throws Error that names the option, what was expected and what was given */
export function readOptions(argv: readonly string[], root: string): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      backend: { type: 'string' },
      size: { type: 'string' },
      jobs: { type: 'string', default: '1' },
      times: { type: 'string', default: '1' },
      kernel: { type: 'string' },
      parameter: { type: 'string', short: 'p', multiple: true, default: [] },
    },
  });
  const [command, ...selectors] = positionals;
  const options: Options = {
    command: oneOf('command', command, commands),
    selectors,
    backend: values.backend === undefined ? undefined : oneOf('--backend', values.backend, tiers),
    size: values.size === undefined ? undefined : oneOf('--size', values.size, sizes),
    jobs: readJobs(values.jobs!),
    times: readTimes(values.times!),
    parameters: Object.fromEntries(values.parameter!.map(readParameter)),
    kernel: readKernel(values.kernel, root),
    root,
  };
  if (command === 'run' && selectors.length === 0)
    throw new Error('run: expected the number or path of a notebook');
  if (command === 'write' && (options.size || values.parameter!.length > 0))
    throw new Error(
      'write: stores what a notebook itself says; change its parameters cell instead of --size or -p',
    );
  if (command === 'write' && options.times > 1)
    throw new Error(`write: stores what one run shows; expected no --times, got ${options.times}`);
  return options;
}

function oneOf<T extends string>(name: string, value: string | undefined, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined)
    throw new Error(`${name}: expected ${choices.join(', ')}, got ${value ?? 'nothing'}`);
  return found;
}

function readJobs(text: string): number {
  const jobs = Number(text);
  const most = os.cpus().length;
  if (!Number.isInteger(jobs) || jobs < 1 || jobs > most)
    throw new Error(`--jobs: expected an integer from 1 to ${most}, the number of cores, got ${text}`);
  return jobs;
}

function readTimes(text: string): number {
  const times = Number(text);
  if (!Number.isInteger(times) || times < 1)
    throw new Error(`--times: expected an integer of at least 1, got ${text}`);
  return times;
}

function readParameter(text: string): [string, string] {
  const [, name, value] = /^([\p{L}_$][\p{L}\p{N}_$]*)=(.*)$/su.exec(text) ?? [];
  if (name === undefined) throw new Error(`-p: expected name=value, got ${text}`);
  return [name, value];
}

function readKernel(text: string | undefined, root: string): string[] {
  if (text === undefined)
    return [process.execPath, path.join(root, 'dist', 'kernel', 'main.js'), '{connection_file}'];
  let argv: unknown;
  try {
    argv = JSON.parse(text);
  } catch {
    argv = undefined;
  }
  if (!Array.isArray(argv) || argv.length === 0 || !argv.every((part) => typeof part === 'string'))
    throw new Error(`--kernel: expected a JSON list of texts, got ${text}`);
  return argv;
}
