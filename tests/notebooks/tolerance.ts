/** Below this distance two numbers are the same whatever their size: float32 keeps about seven digits of 1. */
export const absoluteFloor = 1e-6;

/**
 * Whether `got` agrees with `stored`.
 *
 * @param tolerance relative to the larger magnitude; 0 asks for the same number
 * @param floor a distance that is always allowed, when the tolerance is not 0
 */
export function numbersAgree(stored: number, got: number, tolerance: number, floor = absoluteFloor): boolean {
  // NaN agrees with NaN, an infinity with itself, -0 with 0.
  if (stored === got || (Number.isNaN(stored) && Number.isNaN(got))) return true;
  if (tolerance === 0 || !Number.isFinite(stored) || !Number.isFinite(got)) return false;
  // |stored − got| ≤ max(floor, tolerance · max(|stored|, |got|))
  const allowed = Math.max(floor, tolerance * Math.max(Math.abs(stored), Math.abs(got)));
  return Math.abs(stored - got) <= allowed * (1 + Number.EPSILON * 4);
}
