import type { Product } from './product';

/** Floating-point operations of matrix products and of their gradients: a multiplication and an addition each. */
export function flops(products: readonly Product[]): number {
  return products.reduce(
    (sum, { rows, inner, columns, times = 1, gradients }) =>
      sum + 2 * rows * inner * columns * times * (1 + gradients),
    0,
  );
}
