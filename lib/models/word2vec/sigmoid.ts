/** Beyond ±16 the function itself is computed. */
const bound = 16;
/** How many values the table has from one whole number to the next. */
const density = 128;
const table = Float64Array.from({ length: 2 * bound * density + 1 }, (_, index) =>
  exact(index / density - bound),
);

/**
 * σ(x) = 1 / (1 + e⁻ˣ), looked up: word2vec asks for it millions of times.
 *
 * The original word2vec.c keeps such a table, too, of 1,000 values. Here what lies between two values is taken from
 * the straight line through them. As |σ″| < 0.1, that is off by less than 0.1 / (8 · 128²) = 8e-7.
 */
export function sigmoid(x: number): number {
  if (!(x > -bound && x < bound)) return exact(x);
  const place = (x + bound) * density;
  const below = place | 0;
  const value = table[below];
  return value + (place - below) * (table[below + 1] - value);
}

function exact(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
