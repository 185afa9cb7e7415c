/** A column whose rest is smaller than this, of what it was, depended on the columns before it. */
const tolerance = 1e-10;

/**
 * Makes the columns of a matrix orthonormal, in place, by the modified Gram–Schmidt process: from every later column
 * what it shares with this one is taken away. A column that depends on those before it becomes zero.
 *
 * @param x `[rows × width]`, row after row
 */
export function orthonormalise(x: Float64Array, width: number): void {
  const before = lengths(x, width);
  const shares = new Float64Array(width);
  for (let column = 0; column < width; column++) {
    let square = 0;
    for (let place = column; place < x.length; place += width) square += x[place] ** 2;
    const length = Math.sqrt(square);
    const factor = length > tolerance * before[column] ? 1 / length : 0;
    shares.fill(0);
    for (let start = 0; start < x.length; start += width) {
      // q = x / |x|
      const q = x[start + column] * factor;
      x[start + column] = q;
      for (let later = column + 1; later < width; later++) shares[later] += q * x[start + later];
    }
    // x −= (q · x) q
    for (let start = 0; start < x.length; start += width) {
      const q = x[start + column];
      for (let later = column + 1; later < width; later++) x[start + later] -= shares[later] * q;
    }
  }
}

/** Of the columns. */
function lengths(x: Float64Array, width: number): Float64Array {
  const squares = new Float64Array(width);
  for (let start = 0; start < x.length; start += width)
    for (let column = 0; column < width; column++) squares[column] += x[start + column] ** 2;
  return squares.map(Math.sqrt);
}
