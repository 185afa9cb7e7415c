import type { Product } from './product';

/** The products of a recurrent layer in one direction: of the inputs and, step by step, of the states. */
export function recurrentProducts(
  gates: number,
  inSize: number,
  hidden: number,
  time: number,
  batch: number,
): Product[] {
  return [
    { rows: batch, inner: inSize, columns: gates * hidden, times: time, gradients: 2 },
    { rows: batch, inner: hidden, columns: gates * hidden, times: time, gradients: 2 },
  ];
}
