import type { GptSize } from './gpt';
import type { Product } from './product';

/** The products of one more token of a GPT that remembers the keys and values of those before: on average half full. */
export function generationProducts({
  layers,
  heads,
  channels,
  context,
  vocabulary,
}: Omit<GptSize, 'batch'>): Product[] {
  const width = channels / heads;
  const linear = (inner: number, columns: number): Product => ({ rows: 1, inner, columns, gradients: 0 });
  const block: Product[] = [
    linear(channels, 3 * channels), // queries, keys, values
    { ...linear(width, context / 2), times: heads }, // q Kᵀ
    { ...linear(context / 2, width), times: heads }, // a V
    linear(channels, channels),
    linear(channels, 4 * channels),
    linear(4 * channels, channels),
  ];
  return [...Array.from({ length: layers }, () => block).flat(), linear(channels, vocabulary)];
}
