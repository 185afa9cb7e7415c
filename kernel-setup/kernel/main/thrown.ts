import util from 'node:util';
import { attempt } from './attempt';
import { clipped, printed } from './inspected';
import { plainWords } from './plain-words';

const { isNativeError } = util.types;

/** The most characters of a message, of an error's own fields, and of its name, that are shown. */
const messageCapacity = 4000;
const fieldsCapacity = 400;
const nameCapacity = 100;

/** Fields that are shown elsewhere, and those of Node's that the message has in words. */
const known = ['name', 'message', 'stack', 'cause', 'errors', 'errno', 'requireStack'];

/** What was thrown, in words: errors of every realm, and whatever else. */
interface Thrown {
  readonly ename: string;
  readonly evalue: string;
  /** What the reader's own class of error tells besides, in print; empty where there is nothing. */
  readonly fields: string;
  /** The error that led to this one, and those that it gathers. */
  readonly below: readonly unknown[];
  /** Whether the first of those is the cause. */
  readonly cause: boolean;
}

/** Reads what was thrown, trusting nothing: any getter may throw, any field may be anything. */
export function read(thrown: unknown): Thrown {
  if (!isError(thrown))
    return { ename: 'Thrown', evalue: printed(thrown, messageCapacity), fields: '', below: [], cause: false };
  const message = attempt(() => thrown.message) as unknown;
  const evalue =
    typeof message === 'string'
      ? clipped(plainWords(message), messageCapacity)
      : printed(message, messageCapacity);
  const cause = attempt(() => thrown.cause);
  const gathered = attempt(() => Array.from((thrown as AggregateError).errors ?? [])) ?? [];
  return {
    ename: nameOf(thrown),
    evalue,
    fields: fieldsOf(thrown, evalue),
    below: cause === undefined ? gathered : [cause, ...gathered],
    cause: cause !== undefined,
  };
}

/** Whether a value is an error, of any realm. */
export function isError(value: unknown): value is Error {
  return isNativeError(value) || (attempt(() => value instanceof Error) ?? false);
}

/** Its name; where that says nothing, the name of its class. */
function nameOf(error: Error): string {
  const name = attempt(() => error.name) as unknown;
  if (typeof name === 'string' && name !== '' && name !== 'Error') return clipped(name, nameCapacity);
  const kind = attempt(() => error.constructor.name) as unknown;
  return typeof kind === 'string' && kind !== '' && kind !== 'Object' ? clipped(kind, nameCapacity) : 'Error';
}

/** Fields such as `status: 404`, without those that the message already tells. */
function fieldsOf(error: Error, message: string): string {
  const fields: Record<string, unknown> = Object.create(null);
  for (const key of attempt(() => Object.keys(error)) ?? []) {
    const value = attempt(() => (error as unknown as Record<string, unknown>)[key]);
    const told =
      known.includes(key) || message.includes(printed(value, messageCapacity).replace(/^'|'$/g, ''));
    if (!told && typeof value !== 'function') fields[key] = value;
  }
  const text = printed({ ...fields }, fieldsCapacity);
  return text === '{}' ? '' : text;
}
