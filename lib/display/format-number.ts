/**
 * `value` with `digits` significant digits: whole numbers in full, the rest without trailing zeros.
 *
 * @example formatNumber(0.97514)  // '0.9751'
 */
export function formatNumber(value: number, digits = 4): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞';
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-4))
    return value
      .toExponential(digits - 1)
      .replace(/(\.\d*?)0+e/, '$1e')
      .replace('.e', 'e');
  if (Number.isInteger(value)) return String(value);
  return String(Number(value.toPrecision(Math.max(digits, String(Math.trunc(size)).length))));
}
