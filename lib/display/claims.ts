import type { Provenance } from '../data';
import { claimFigures } from './claim-figures';
import { ClaimMissed } from './claim-missed';
import { claimRow, claimText } from './claim-row';
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
 * In size `smoke` nothing was trained long enough, and on other data than the published a published figure can't be
 * expected: then the row says "not checked" and why. NaN and infinities are missed in any case.
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
  return function claim(name, value, expectation) {
    expectBounds(name, expectation);
    const { published } = expectation;
    const reason = whyNotChecked(size, published === undefined ? undefined : data);
    const holds = Number.isFinite(value) && (reason !== undefined || satisfies(value, expectation));
    const verdict = !holds ? 'missed' : reason ? 'notChecked' : 'met';
    const { figure, bound } = claimFigures(value, expectation);
    send(claimRow({ name, figure, bound, published, verdict, reason }), 'claim');
    if (verdict === 'missed')
      throw new ClaimMissed(claimText(words.claim.missed, name, figure, bound), claim);
  };
}

function whyNotChecked(size: string, data?: Provenance): string | undefined {
  if (size === 'smoke') return words.claim.smoke;
  return !data || data.kind === 'real' ? undefined : words.claim[data.kind];
}

function satisfies(value: number, { atLeast, atMost, equals, within = 0 }: Expectation): boolean {
  if (atLeast !== undefined && value < atLeast) return false;
  if (atMost !== undefined && value > atMost) return false;
  return equals === undefined || Math.abs(value - equals) <= within;
}

function expectBounds(name: string, { atLeast, atMost, equals, within }: Expectation): void {
  const bounds = [atLeast, atMost, equals].filter((bound) => bound !== undefined);
  if (
    bounds.length > 0 &&
    ![...bounds, within].some(Number.isNaN) &&
    (within === undefined || equals !== undefined)
  )
    return;
  const got = Object.entries({ atLeast, atMost, equals, within }).flatMap(([key, bound]) =>
    bound === undefined ? [] : `${key} ${bound}`,
  );
  throw new Error(
    `claim '${name}': expected atLeast, atMost, or equals with or without within, got ${got.join(', ') || 'no bound'}`,
  );
}
