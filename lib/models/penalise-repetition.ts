import { expectBetween } from '../expect/expect-between';

/**
 * Makes tokens that were already said less likely: a positive logit is divided by the penalty, a negative one multiplied.
 *
 * Keskar et al., "CTRL: a conditional transformer language model for controllable generation", 2019, section 4.1.
 *
 * @param seen the tokens so far; a token counts once, however often it was said
 * @param penalty 1 changes nothing; the paper's choice is 1.2
 * @returns new logits
 */
export function penaliseRepetition(
  logits: ArrayLike<number>,
  seen: Iterable<number>,
  penalty: number,
): Float64Array {
  expectBetween('penaliseRepetition', 'a penalty', penalty, 1);
  const penalised = Float64Array.from(logits);
  for (const token of new Set(seen)) penalised[token] *= penalised[token] > 0 ? 1 / penalty : penalty;
  return penalised;
}
