import type { Provenance } from '../data';
import { ClaimMissed } from './claim-missed';
import { escapeText } from './escape-text';
import { formatNumber } from './format-number';
import { send } from './send';
import { words } from './words';

/** What a measured figure must satisfy, all that is named together. */
export interface Expectation {
  readonly atLeast?: number;
  readonly atMost?: number;
  /** Exactly this, or no further from it than `within`. */
  readonly equals?: number;
  /** The largest distance from `equals`, in the figure's own unit. */
  readonly within?: number;
  /** The figure that the paper, or the full run, gives, as text; it makes the claim one about the published data. */
  readonly published?: string;
}

/** Shows a claim as a row and throws {@link ClaimMissed} where the figure isn't what was promised. */
export type Claim = (name: string, value: number, expectation: Expectation) => void;

/**
 * Starts a notebook's claims.
 *
 * In size `smoke` nothing was trained long enough, and on made data a published figure can't be expected: then the row
 * says "not checked" and why. NaN and infinities are missed in any case.
 *
 * @example const claim = claims({ size, data: digits.provenance });
 *          claim('test accuracy', accuracy, { atLeast: 0.97, published: '98.4 % (full)' });
 */
export function claims({
  size,
  data,
}: {
  readonly size: 'smoke' | 'quick' | 'full';
  readonly data?: Provenance;
}): Claim {
  return (name, value, expectation) => {
    const bound = boundText(name, value, expectation);
    const reason =
      size === 'smoke'
        ? words.notCheckedSmoke
        : data?.kind === 'made' && expectation.published
          ? words.notCheckedMade
          : undefined;
    const met = Number.isFinite(value) && (reason !== undefined || holds(value, expectation));
    const verdict = !met ? words.claimMissed : reason ? `${words.notChecked} (${reason})` : words.claimMet;
    const figure = `${name} ${formatBeside(value, expectation)}`;
    const text = `${verdict}: ${figure}, ${words.expected} ${bound}`;
    const published = expectation.published ? `${words.published}: ${expectation.published}` : '';
    send(
      {
        'text/html': html(met ? (reason ? '○' : '✓') : '✗', verdict, figure, bound, published),
        'text/plain': published ? `${text} (${published})` : text,
      },
      'claim',
    );
    if (!met) throw new ClaimMissed(text);
  };
}

function holds(value: number, { atLeast, atMost, equals, within = 0 }: Expectation): boolean {
  if (atLeast !== undefined && !(value >= atLeast)) return false;
  if (atMost !== undefined && !(value <= atMost)) return false;
  return equals === undefined || Math.abs(value - equals) <= within;
}

function boundText(name: string, value: number, expectation: Expectation): string {
  const { atLeast, atMost, equals, within } = expectation;
  const number = (bound: number) => formatNumber(bound, digitsFor(value, expectation));
  const parts: string[] = [];
  if (atLeast !== undefined) parts.push(`${words.atLeast} ${number(atLeast)}`);
  if (atMost !== undefined) parts.push(`${words.atMost} ${number(atMost)}`);
  if (equals !== undefined)
    parts.push(within ? `${number(equals)} ± ${formatNumber(within)}` : `${words.exactly} ${number(equals)}`);
  if (parts.length === 0 || [atLeast, atMost, equals, within].some(Number.isNaN))
    throw new Error(
      `claim '${name}': expected atLeast, atMost or equals with a number, got ${JSON.stringify(expectation)}`,
    );
  return parts.join(', ');
}

function formatBeside(value: number, expectation: Expectation): string {
  return formatNumber(value, digitsFor(value, expectation));
}

/** Enough significant digits, 4 to 15, that a figure and its bound don't look the same when they differ. */
function digitsFor(value: number, { atLeast, atMost, equals }: Expectation): number {
  const bounds = [atLeast, atMost, equals].filter((bound): bound is number => bound !== undefined);
  let digits = 4;
  while (
    digits < 15 &&
    bounds.some((bound) => bound !== value && formatNumber(bound, digits) === formatNumber(value, digits))
  )
    digits++;
  return digits;
}

const colours: Record<string, string> = { '✓': '#2da44e', '✗': '#d1242f', '○': '#8c959f' };

function html(sign: string, verdict: string, figure: string, bound: string, published: string): string {
  const quiet = [`${words.expected} ${bound}`, published, sign === '✓' ? '' : verdict]
    .filter(Boolean)
    .join(' · ');
  return (
    `<div style="border-left: 4px solid ${colours[sign]}; padding: 2px 10px; margin: 2px 0">` +
    `<span style="color: ${colours[sign]}; font-weight: bold">${sign}</span> ` +
    `<strong>${escapeText(figure)}</strong> <span style="opacity: 0.75">${escapeText(quiet)}</span></div>`
  );
}
