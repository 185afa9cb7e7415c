import type { Product } from './product';

/** The sizes of a GPT and of its batch. */
export interface GptSize {
  readonly layers: number;
  readonly heads: number;
  readonly channels: number;
  readonly context: number;
  readonly batch: number;
  readonly vocabulary: number;
}

/** The products of a training step of a GPT; the masked half of attention is counted too, as is the custom. */
export function gptProducts({ layers, heads, channels, context, batch, vocabulary }: GptSize): Product[] {
  const rows = batch * context;
  const width = channels / heads;
  const linear = (inner: number, columns: number): Product => ({ rows, inner, columns, gradients: 2 });
  const perHead = { times: batch * heads, gradients: 2 } as const;
  const block: Product[] = [
    linear(channels, 3 * channels), // queries, keys, values
    { rows: context, inner: width, columns: context, ...perHead }, // Q Kᵀ
    { rows: context, inner: context, columns: width, ...perHead }, // A V
    linear(channels, channels),
    linear(channels, 4 * channels),
    linear(4 * channels, channels),
  ];
  return [...Array.from({ length: layers }, () => block).flat(), linear(channels, vocabulary)];
}
