import type { IOutput } from '@jupyterlab/nbformat';
import { outputKind } from './output-kind';

/** What a run depends on, as a banner tells it: `{ name: 'tier', value: 'native' }`. */
export interface Condition {
  readonly name: string;
  readonly value: string;
}

/** The conditions in the metadata of the banners among these outputs, in their order. */
export function conditionsOf(outputs: readonly IOutput[]): Condition[] {
  const banners = outputs.filter((output) => outputKind(output) === 'banner');
  return banners.flatMap(({ metadata }) => {
    const { kind: _, ...conditions } = (metadata as { lineage: Record<string, unknown> }).lineage;
    return Object.entries(conditions).map(([name, value]) => ({ name, value: String(value) }));
  });
}

/** In words, the first condition under which the two ran differently; undefined when there is none. */
export function conditionsDiffer(
  stored: readonly Condition[],
  got: readonly Condition[],
): string | undefined {
  const place = stored.findIndex(
    ({ name, value }, index) => got[index]?.name === name && got[index].value !== value,
  );
  if (place < 0) return undefined;
  return `${stored[place].name}: stored with ${stored[place].value}, run with ${got[place].value}`;
}
