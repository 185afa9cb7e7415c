import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { closeNames } from '../expect/close-names';
import { root } from '../root';
import { type Declaration, declaredNames, findDeclaration } from './declaration';
import { htmlListing, type Listing, plainListing } from './listing';
import { send } from './send';

/** What of a declaration {@link source} shows, and what in it it points out. */
export interface SourceOptions {
  /** Lines that contain one of these are marked. */
  readonly highlight?: readonly string[];
  /** False leaves out the documentation above the declaration. */
  readonly docs?: boolean;
}

/**
 * Shows the library's own lines of a class, function or type, as they stand in `lib/` at this moment.
 *
 * @param what the class or function itself, or the exported name of anything
 * @param member a method or field to show instead of the whole
 * @throws where nothing in lib/ exports that name, or no line contains a text to highlight
 * @example source(Linear, 'forward', { highlight: ['matMul'] })
 */
export function source(what: NamedFunction | string, member?: string, options?: SourceOptions): void;
export function source(what: NamedFunction | string, options?: SourceOptions): void;
export function source(
  what: NamedFunction | string,
  memberOrOptions: string | SourceOptions = {},
  options: SourceOptions = {},
): void {
  const name = typeof what === 'string' ? what : what.name;
  const [member, { highlight = [], docs = true }] =
    typeof memberOrOptions === 'string' ? [memberOrOptions, options] : [undefined, memberOrOptions];
  const { file, text, declaration } = find(name, member);
  const from = docs ? declaration.documentedFrom : declaration.from;
  const lines = dedent(text.split('\n').slice(from - 1, declaration.to));
  const missing = highlight.find((wanted) => !lines.some((line) => line.includes(wanted)));
  if (missing !== undefined)
    throw new Error(
      `source: expected a line with ${JSON.stringify(missing)} in ${label(name, member)}, got none`,
    );
  const highlighted = lines.map((line) => highlight.some((wanted) => line.includes(wanted)));
  const listing: Listing = { file, lines, from, highlighted };
  send({ 'text/html': htmlListing(listing), 'text/plain': plainListing(listing) }, 'source');
}

// biome-ignore lint/suspicious/noExplicitAny: any function or class will do, only its name is read
type NamedFunction = ((...inputs: any[]) => unknown) | (abstract new (...inputs: any[]) => unknown);

interface Place {
  /** From the clone's folder, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly declaration: Declaration;
}

function find(name: string, member?: string): Place {
  const files = readdirSync(path.join(root(), 'lib'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .sort()
    .map((file) => ({
      file: `lib/${file.split(path.sep).join('/')}`,
      text: readFileSync(path.join(root(), 'lib', file), 'utf8'),
    }));
  const holders = files.filter(({ text }) => text.includes(name) && findDeclaration(text, name));
  if (holders.length === 0)
    throw new Error(
      `source: nothing in lib/ exports ${JSON.stringify(name)}. ` +
        closeNames(
          name,
          files.flatMap(({ text }) => declaredNames(text)),
        ),
    );
  if (holders.length > 1)
    throw new Error(
      `source: ${name} is exported by ${holders.map(({ file }) => file).join(' and ')}: expected one`,
    );
  const [{ file, text }] = holders;
  const declaration = findDeclaration(text, name, member);
  if (!declaration)
    throw new Error(
      `source: ${name} has no member ${JSON.stringify(member)}. ${closeNames(member ?? '', declaredNames(text, name))}`,
    );
  return { file, text, declaration };
}

function label(name: string, member?: string): string {
  return member === undefined ? name : `${name}.${member}`;
}

/** The lines without the indentation that they share. */
function dedent(lines: readonly string[]): string[] {
  const indents = lines.filter((line) => line.trim()).map((line) => line.length - line.trimStart().length);
  const shared = Math.min(...indents);
  return lines.map((line) => line.slice(shared));
}
