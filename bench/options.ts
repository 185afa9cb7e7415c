import os from 'node:os';
import { parseArgs } from 'node:util';
import type { Effort } from './measure-row';
import type { Row } from './row';

/** What the command line asks for. */
export interface Options extends Effort {
  readonly task: 'rows' | 'growth' | 'translators' | 'make-venv';
  readonly rows: readonly Row[];
  readonly threads: number;
  /** The Python that has torch; undefined: look for it. */
  readonly python?: string;
  /** Whether the results replace the stored ones: all rows, measured in full. */
  readonly keep: boolean;
}

export const usage = `npm run bench                    measure every row, side by side with PyTorch where it is there
npm run bench -- --make-venv     make .native/torch with PyTorch in it; pip's own settings hold
npm run bench -- --growth        how a GPT's step time grows with context, width and layers
npm run bench -- --translators   BLEU of the course's three translators at equal steps and equal time

  --rows NAME,…     only these; mlp stands for all that begin with mlp-
  --rounds N        turns of each contender (default 5; with --growth 3)
  --seconds S       length of a turn (default 1)
  --quick           3 rounds of 0.3 s; with --translators one seed, 2 s and 20 steps
  --threads N       for both sides (default: all cores)
  --python PATH     a Python that has torch; else LINEAGE_BENCH_PYTHON, else .native/torch

Results are stored, and the table in README.md is renewed, only by a run of all rows without --quick, with torch;
those of --translators, which needs no torch, by any run without --quick.`;

/**
 * @param all the rows that there are
 * @throws Error that names the option, what was expected and what was given
 */
export function readOptions(argv: readonly string[], all: readonly Row[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      'make-venv': { type: 'boolean', default: false },
      growth: { type: 'boolean', default: false },
      translators: { type: 'boolean', default: false },
      quick: { type: 'boolean', default: false },
      rows: { type: 'string' },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      threads: { type: 'string' },
      python: { type: 'string' },
    },
  });
  const { quick, growth, translators } = values;
  if (growth && values.rows !== undefined)
    throw new Error('--growth: expected no --rows beside it: it has its own');
  for (const other of ['rows', 'growth', 'rounds', 'seconds', 'threads', 'python'] as const)
    if (translators && values[other] !== undefined && values[other] !== false)
      throw new Error(`--translators: expected no --${other} beside it: it has its own plan`);
  return {
    task: values['make-venv'] ? 'make-venv' : translators ? 'translators' : growth ? 'growth' : 'rows',
    rows: values.rows === undefined ? all : choose(values.rows, all),
    rounds: whole('--rounds', values.rounds, quick || growth ? 3 : 5),
    secondsPerRound: positive('--seconds', values.seconds, quick ? 0.3 : 1),
    comparedSteps: 20,
    threads: whole('--threads', values.threads, os.cpus().length),
    python: values.python,
    keep: !quick && values.rows === undefined,
  };
}

function choose(text: string, all: readonly Row[]): Row[] {
  const wanted = text.split(',').map((name) => name.trim());
  const fits = ({ name }: Row, want: string) => name === want || name.startsWith(`${want}-`);
  for (const want of wanted)
    if (!all.some((row) => fits(row, want)))
      throw new Error(`--rows: expected some of ${all.map(({ name }) => name).join(', ')}, got ${want}`);
  return all.filter((row) => wanted.some((want) => fits(row, want)));
}

function positive(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!(value > 0 && value < Infinity)) throw new Error(`${name}: expected a number above 0, got ${text}`);
  return value;
}

function whole(name: string, text: string | undefined, otherwise: number): number {
  const value = positive(name, text, otherwise);
  if (!Number.isInteger(value)) throw new Error(`${name}: expected a whole number, got ${text}`);
  return value;
}
