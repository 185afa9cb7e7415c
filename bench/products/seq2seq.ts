import type { Product } from './product';
import { recurrentProducts } from './recurrent';

/** The sizes of an encoder–decoder and of its batch. */
export interface Seq2seqSize {
  readonly sourceVocabulary: number;
  readonly targetVocabulary: number;
  readonly sourceLength: number;
  readonly targetLength: number;
  readonly channels: number;
  readonly hidden: number;
  readonly batch: number;
}

/** The products of a training step of a GRU encoder–decoder with additive attention; padding is counted too. */
export function seq2seqProducts(size: Seq2seqSize): Product[] {
  const { targetVocabulary, sourceLength: S, targetLength: T, channels: C, hidden: H, batch: B } = size;
  const linear = (rows: number, inner: number, columns: number): Product => {
    return { rows, inner, columns, gradients: 2 };
  };
  return [
    ...recurrentProducts(3, C, H, S, B),
    ...recurrentProducts(3, C, H, S, B), // backwards
    linear(B, H, H), // the decoder's start
    linear(B * S, 2 * H, H), // the keys of attention
    linear(B * T, H, H), // its queries
    linear(B * T * S, H, 1), // its scores
    { rows: 1, inner: S, columns: 2 * H, times: B * T, gradients: 2 }, // its mean of the annotations
    ...recurrentProducts(3, C + 2 * H, H, T, B),
    linear(B * T, H + 2 * H + C, targetVocabulary),
  ];
}
