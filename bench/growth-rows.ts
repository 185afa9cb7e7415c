import { gptRow } from './gpt-row';
import type { GptSize } from './products/gpt';
import type { Row } from './row';

/** The GPT that grows. */
export const base: GptSize = { layers: 4, heads: 4, channels: 128, context: 64, batch: 12, vocabulary: 65 };

/** The part of a GPT that grows. */
export type Growing = 'context' | 'channels' | 'layers';

/** What grows, to which sizes, the others staying as they are. */
export const growing: Readonly<Record<Growing, readonly number[]>> = {
  context: [32, 64, 128, 256],
  channels: [64, 128, 256, 512],
  layers: [1, 2, 4, 8],
};

/** A row for each size; the base, which is on every way, only once. */
export function growthRows(): Row[] {
  const sizes = Object.entries(growing).flatMap(([part, values]) =>
    values
      .filter((value) => value !== base[part as Growing])
      .map((value) => gptRow(`${part}-${value}`, `GPT, ${part} ${value}`, { ...base, [part]: value }, 0.95)),
  );
  return [gptRow('base', 'GPT', base, 0.95), ...sizes];
}
