import { expectBetween } from '../expect/expect-between';
import { expectSize } from '../expect/expect-size';

/** How the next token is chosen among the likely ones. */
export interface SamplingOptions {
  /** Divides the logits: below 1 surer, above 1 more daring; 0 always takes the likeliest (greedy). 1 by default. */
  readonly temperature?: number;
  /** Only the k likeliest tokens stay; all by default. */
  readonly topK?: number;
  /** Only the likeliest tokens stay whose probabilities together reach p, 0 … 1; all by default. */
  readonly topP?: number;
}

/**
 * The probabilities that the next token is drawn from: temperature, then top-k, then top-p, then softmax of what is left.
 *
 * Top-k: Fan et al., "Hierarchical neural story generation", 2018. Top-p: Holtzman et al., "The curious case of neural
 * text degeneration", 2020, section 3.1; the token that crosses p stays.
 *
 * @param logits one per token of the vocabulary; of equal ones the first counts as the likelier
 * @returns one probability per token, which sum to 1
 * @example nextTokenDistribution(logits, { temperature: 0.8, topK: 40 })
 */
export function nextTokenDistribution(
  logits: ArrayLike<number>,
  { temperature = 1, topK = Infinity, topP = 1 }: SamplingOptions = {},
): Float64Array {
  const who = 'nextTokenDistribution';
  expectSize(who, 'logits', logits.length);
  expectBetween(who, 'a temperature', temperature, 0, Infinity);
  if (topK !== Infinity) expectSize(who, 'tokens to keep (topK)', topK);
  if (!(topP > 0 && topP <= 1)) throw new Error(`${who}: expected topP above 0 and at most 1, got ${topP}`);
  const strange = Array.from(logits).findIndex((logit) => !Number.isFinite(logit));
  if (strange >= 0)
    throw new Error(`${who}: expected finite logits, got ${logits[strange]} for token ${strange}`);

  const ranked = Array.from(logits, (_, token) => token).sort((a, b) => logits[b] - logits[a]);
  const kept = ranked.slice(0, temperature === 0 ? 1 : topK);
  // p = e^((z − max z)/temperature) / Σ, over what top-k kept
  const likeliest = logits[ranked[0]];
  const odds = kept.map((token) =>
    temperature === 0 ? 1 : Math.exp((logits[token] - likeliest) / temperature),
  );
  const nucleus = topP < 1 ? reaching(odds, topP * sum(odds)) : odds.length;
  const total = sum(odds.slice(0, nucleus));
  const probabilities = new Float64Array(logits.length);
  for (let rank = 0; rank < nucleus; rank++) probabilities[kept[rank]] = odds[rank] / total;
  return probabilities;
}

/** How many of the numbers, from the first, it takes until their sum is at least `share`. */
function reaching(odds: readonly number[], share: number): number {
  let reached = 0;
  const last = odds.findIndex((odd) => {
    reached += odd;
    return reached >= share;
  });
  return last < 0 ? odds.length : last + 1;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
