/** Multipliers and Weyl constants of Philox4x32 (Salmon et al. 2011, table 2 and section 4.2). */
const [multiplierA, multiplierB] = [0xd2511f53, 0xcd9e8d57];
const [weylA, weylB] = [0x9e3779b9, 0xbb67ae85];

/**
 * Philox4x32-10: four words of 32 random bits that follow from a counter and a key alone, in whatever order they are
 * asked for.
 *
 * Salmon, Moraes, Dror and Shaw, "Parallel random numbers: as easy as 1, 2, 3", 2011, section 4.3.
 *
 * @param counter four words, left as they are
 * @param out four words, overwritten
 */
export function philox(counter: Uint32Array, key0: number, key1: number, out: Uint32Array): void {
  let [a, b, c, d] = counter;
  for (let round = 0; round < 10; round++) {
    const [highA, highB] = [multiplyHigh(multiplierA, a), multiplyHigh(multiplierB, c)];
    const [lowA, lowB] = [Math.imul(multiplierA, a), Math.imul(multiplierB, c)];
    a = (highB ^ b ^ key0) >>> 0;
    b = lowB >>> 0;
    c = (highA ^ d ^ key1) >>> 0;
    d = lowA >>> 0;
    key0 = (key0 + weylA) | 0;
    key1 = (key1 + weylB) | 0;
  }
  out[0] = a;
  out[1] = b;
  out[2] = c;
  out[3] = d;
}

/** The upper 32 bits of a product of two words. */
function multiplyHigh(x: number, y: number): number {
  const [x1, x0] = [x >>> 16, x & 0xffff];
  const [y1, y0] = [y >>> 16, y & 0xffff];
  const middle = x1 * y0 + ((x0 * y0) >>> 16);
  const other = x0 * y1 + (middle & 0xffff);
  return (x1 * y1 + Math.floor(middle / 65536) + Math.floor(other / 65536)) >>> 0;
}
