import type { Expectation } from './claims';
import { formatNumber } from './format-number';
import { words } from './words';

/** A claim's figure and its bounds in words, with enough digits that two different numbers don't look the same. */
export function claimFigures(value: number, expectation: Expectation): { figure: string; bound: string } {
  const { atLeast, atMost, equals, within } = expectation;
  const digits = digitsFor(value, [atLeast, atMost, equals]);
  const number = (bound: number) => formatNumber(bound, digits);
  const parts: string[] = [];
  if (atLeast !== undefined) parts.push(`${words.atLeast} ${number(atLeast)}`);
  if (atMost !== undefined) parts.push(`${words.atMost} ${number(atMost)}`);
  if (equals !== undefined)
    parts.push(within ? `${number(equals)} ± ${formatNumber(within)}` : `${words.exactly} ${number(equals)}`);
  return { figure: number(value), bound: parts.join(', ') };
}

/** Significant digits, 4 to 17, at which `value` is written differently from every bound that it isn't. */
function digitsFor(value: number, bounds: readonly (number | undefined)[]): number {
  const others = bounds.filter((bound): bound is number => bound !== undefined && bound !== value);
  let digits = 4;
  while (digits < 17 && others.some((bound) => formatNumber(bound, digits) === formatNumber(value, digits)))
    digits++;
  return digits;
}
