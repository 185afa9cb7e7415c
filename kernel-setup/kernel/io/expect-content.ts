import { isObject } from '../is-object';
import { charactersBefore } from './cursor';

/** What a client sent is not what the message's type asks for. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
}

type Content = Readonly<Record<string, unknown>>;

/** Whether a field's value is right, and in words what would be. */
interface Field {
  readonly wanted: string;
  readonly required?: boolean;
  fits(value: unknown): boolean;
}

/** The longest cell; the compiler would take gigabytes for more. */
const longest = 8_000_000;
/** The longest text that a complaint shows, in characters; a longer one is named by its length. */
const longestShown = 100;

const text: Field = {
  wanted: `a text of at most ${longest} characters`,
  fits: (value) => typeof value === 'string' && value.length <= longest,
};
const requiredText: Field = { ...text, required: true };
const flag: Field = { wanted: 'true or false', fits: (value) => typeof value === 'boolean' };
const whole: Field = { wanted: 'a whole number', fits: Number.isInteger };
const count: Field = {
  wanted: 'a whole number from 0',
  fits: (value) => Number.isInteger(value) && Number(value) >= 0,
};
const texts: Field = {
  wanted: 'an object of texts',
  fits: (value) => isObject(value) && Object.values(value).every(text.fits),
};
const oneOf = (...values: readonly unknown[]): Field => ({
  wanted: values.map((value) => JSON.stringify(value)).join(' or '),
  fits: (value) => values.includes(value),
});

const fields: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  execute_request: {
    code: requiredText,
    silent: flag,
    store_history: flag,
    user_expressions: texts,
    allow_stdin: flag,
    stop_on_error: flag,
  },
  complete_request: { code: requiredText, cursor_pos: count },
  inspect_request: { code: requiredText, cursor_pos: count, detail_level: oneOf(0, 1) },
  is_complete_request: { code: requiredText },
  history_request: {
    hist_access_type: { ...oneOf('range', 'tail', 'search'), required: true },
    output: flag,
    raw: flag,
    session: whole,
    start: whole,
    stop: whole,
    n: count,
    pattern: text,
    unique: flag,
  },
  comm_info_request: { target_name: text },
  comm_open: { comm_id: requiredText, target_name: text },
  comm_msg: { comm_id: requiredText },
  comm_close: { comm_id: requiredText },
  shutdown_request: { restart: flag },
};

/**
 * Fields that a type has no word for are allowed, as the protocol asks; so is null for one that may be left out.
 *
 * @throws ContentError when a field is missing or wrong, or the cursor lies outside the code.
 */
export function expectContent(type: string, content: Content): void {
  for (const [name, { wanted, required, fits }] of Object.entries(fields[type] ?? {})) {
    const value = content[name] ?? undefined;
    if (value === undefined ? required : !fits(value)) complain(type, name, wanted, content);
  }
  const { code, cursor_pos } = content;
  if (typeof code !== 'string' || typeof cursor_pos !== 'number') return;
  const end = charactersBefore(code, code.length);
  if (cursor_pos > end) complain(type, 'cursor_pos', `a whole number from 0 to ${end}`, content);
}

function complain(type: string, name: string, wanted: string, content: Content): never {
  const value = content[name];
  const got =
    typeof value === 'string' && value.length > longestShown
      ? `${value.length} characters`
      : (JSON.stringify(value) ?? 'nothing');
  throw new ContentError(`${type}: expected ${name} to be ${wanted}, got ${got}`);
}
