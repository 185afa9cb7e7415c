/**
 * Which share of the machine's speed at large matrix products a step reaches.
 *
 * @param flops of the step's own matrix products
 * @param milliseconds that the step takes
 * @param peak floating-point operations per second, the better of both sides
 */
export function shareOfPeak(flops: number, milliseconds: number, peak: number): number {
  return flops / (milliseconds / 1000) / peak;
}
