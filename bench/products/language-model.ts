import type { Product } from './product';
import { recurrentProducts } from './recurrent';

/** The sizes of a recurrent language model and of its batch. */
export interface LanguageModelSize {
  readonly vocabulary: number;
  readonly channels: number;
  readonly hidden: number;
  readonly context: number;
  readonly batch: number;
}

/** The products of a training step of a recurrent language model. @param gates 4 for an LSTM, 3 for a GRU */
export function languageModelProducts(
  gates: number,
  { vocabulary, channels, hidden, context, batch }: LanguageModelSize,
): Product[] {
  return [
    ...recurrentProducts(gates, channels, hidden, context, batch),
    { rows: context * batch, inner: hidden, columns: vocabulary, gradients: 2 },
  ];
}
