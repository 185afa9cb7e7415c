import { expectBetween } from '../expect/expect-between';
import { expectSize } from '../expect/expect-size';

/** What a stack of Transformer blocks over a row of tokens is made of. */
export interface StackSizes {
  readonly vocabulary: number;
  readonly context: number;
  readonly layers: number;
  readonly heads: number;
  readonly channels: number;
  readonly dropout: number;
}

/** Refuses sizes of which no model can be made, in the name of the model. */
export function expectStack(who: string, sizes: StackSizes): void {
  const { vocabulary, context, layers, heads, channels, dropout } = sizes;
  const named = {
    'tokens in the vocabulary': vocabulary,
    'tokens of context': context,
    layers,
    heads,
    channels,
  };
  for (const [name, size] of Object.entries(named)) expectSize(who, name, size);
  expectBetween(who, 'a dropout', dropout, 0, 1);
  if (channels % heads !== 0)
    throw new Error(`${who}: expected heads that divide the ${channels} channels evenly, got ${heads}`);
}
