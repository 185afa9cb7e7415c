import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { isNamed, later } from './later';

/** A tensor as the oracle files write it: flat, row-major, float32 unless `dtype` says otherwise. */
export interface OracleTensor {
  readonly shape: readonly number[];
  readonly data: readonly number[];
  readonly dtype?: 'int32' | 'bool';
}

export type OracleTensors = Readonly<Record<string, OracleTensor>>;

/** One case of an oracle file; fields that only some operations have are read by `oracleCase.training` and so on. */
export interface OracleCase {
  readonly name: string;
  readonly op: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly inputs?: OracleTensors;
  readonly params?: OracleTensors;
  readonly outputs?: OracleTensors;
  readonly upstream?: OracleTensors;
  readonly grads?: OracleTensors;
  readonly [more: string]: unknown;
}

/** `|got − expected| ≤ atol + rtol · |expected|`. */
export interface Tolerance {
  readonly rtol: number;
  readonly atol: number;
}

/** What every float32 result must keep; see the oracles' README. */
const float32: Tolerance = { rtol: 1e-4, atol: 1e-5 };

/** The folder of reference numbers: `LINEAGE_ORACLES`, or the committed copy beside this file. */
export const oracleFolder = process.env.LINEAGE_ORACLES
  ? path.resolve(process.env.LINEAGE_ORACLES)
  : __dirname;

/** Every case of `<file>.json` in the folder of oracles. */
export function oracleCases(file: string): readonly OracleCase[] {
  const address = path.join(oracleFolder, `${file}.json`);
  const { cases } = JSON.parse(readFileSync(address, 'utf8')) as { cases?: OracleCase[] };
  if (!cases?.length) throw new Error(`${address}: expected a list of cases, got none`);
  const names = new Set(cases.map(({ name }) => name));
  if (names.size < cases.length) throw new Error(`${address}: expected every case name once, got one twice`);
  return cases;
}

/**
 * One test per case of `<file>.json`, by its name, but those that `later` lists; an operation that `readers` doesn't
 * know fails.
 *
 * @param readers how to check a case of an operation; a key that ends in `*` takes every operation that begins so
 */
export function testOracle(
  file: string,
  readers: Readonly<Record<string, (oracle: OracleCase) => void>>,
): void {
  describe(`${file}.json`, () => {
    const now = oracleCases(file).filter(
      ({ name }) => !later[file]?.some((pattern) => isNamed(pattern, name)),
    );
    for (const oracle of now)
      test(oracle.name, () => {
        const { seen, unread } = watched(oracle);
        const { name, op } = seen;
        const prefix = Object.keys(readers).find(
          (key) => key.endsWith('*') && op.startsWith(key.slice(0, -1)),
        );
        const read = readers[op] ?? (prefix && readers[prefix]);
        if (!read) throw new Error(`${file}.json, ${name}: no test reads the operation ${op}`);
        tf.tidy(() => read(seen));
        tf.disposeVariables();
        if (unread.size) throw new Error(`${name}: no test reads ${[...unread].join(', ')}`);
      });
  });
}

/** The case, and what of it was not looked at yet: fields, and single constants, inputs and parameters. */
function watched({ note, ...oracle }: OracleCase): { seen: OracleCase; unread: Set<string> } {
  const unread = new Set<string>();
  const watch = <T extends object>(content: T, path: string): T => {
    for (const [key, value] of Object.entries(content)) if (!isEmpty(value)) unread.add(path + key);
    const get = (from: T, key: string) => {
      unread.delete(path + key);
      return from[key as keyof T];
    };
    return new Proxy(content, { get });
  };
  const parts = (['config', 'inputs', 'params'] as const).flatMap((part) => {
    const content = oracle[part];
    return content ? [[part, watch(content, `${part}.`)]] : [];
  });
  const seen = watch({ ...oracle, ...Object.fromEntries(parts) } as OracleCase, '');
  return { seen, unread };
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

/** The case's constant of this name, which must have the type of `kind`. */
export function constant<T extends number | string | boolean | readonly number[]>(
  { name, config }: OracleCase,
  key: string,
  kind: 'number' | 'string' | 'boolean' | 'object',
): T {
  if (typeof config[key] !== kind)
    throw new Error(`${name}: expected a ${kind} config.${key}, got ${config[key]}`);
  return config[key] as T;
}

/** A new tensor with the oracle's numbers. */
export function toTensor({ shape, data, dtype }: OracleTensor): tf.Tensor {
  return tf.tensor(data as number[], shape as number[], dtype ?? 'float32');
}

/** Fails, naming the place and both numbers, unless `got` has the shape of `expected` and is close to it. */
export function expectClose(
  name: string,
  got: tf.Tensor | ArrayLike<number> | number,
  expected: OracleTensor | readonly number[] | number,
  { rtol, atol }: Tolerance = float32,
): void {
  const wanted = typeof expected === 'number' ? [expected] : 'data' in expected ? expected.data : expected;
  if (got instanceof tf.Tensor && typeof expected === 'object' && 'shape' in expected)
    expect({ [name]: got.shape }).toEqual({ [name]: expected.shape });
  const numbers = typeof got === 'number' ? [got] : got instanceof tf.Tensor ? got.dataSync() : got;
  if (numbers.length !== wanted.length)
    throw new Error(`${name}: expected ${wanted.length} numbers, got ${numbers.length}`);
  for (let index = 0; index < wanted.length; index++) {
    const allowed = atol + rtol * Math.abs(wanted[index]);
    // Written so that NaN fails too.
    if (!(Math.abs(numbers[index] - wanted[index]) <= allowed))
      throw new Error(`${name}[${index}]: expected ${wanted[index]} ± ${allowed}, got ${numbers[index]}`);
  }
}
