import type { Rng } from '../rng';
import { padding } from './sentence-coder';

/** How {@link maskTokens} chooses and hides. */
export interface MaskOptions {
  /** The token that stands in for a hidden one. */
  readonly mask: number;
  /** Tokens that are never chosen, and never put in another's place: padding, begin, end, the mask itself, … */
  readonly special: readonly number[];
  /** How many different tokens there are. */
  readonly vocabulary: number;
  /** The share of the other tokens that is chosen to be guessed, at least one of them; 0.15 by default. */
  readonly rate?: number;
  /** Of the chosen, the share that is hidden by the mask, and the share replaced by a random token; 0.8 and 0.1. */
  readonly hidden?: number;
  readonly replaced?: number;
  /** Whether a token goes on with the word before it, such as the piece `##ing`: a word is chosen as a whole. */
  readonly continues?: (id: number) => boolean;
}

/** What the model is given, and what it is to guess. */
export interface MaskedTokens {
  readonly ids: Int32Array;
  /** The true token where one was chosen, else padding, which the loss is to ignore. */
  readonly labels: Int32Array;
}

/**
 * Makes a cloze test of a row of tokens. Of the chosen tokens most are hidden; a few are replaced and a few stay, so that
 * the model can't rely on seeing a mask where it is asked.
 *
 * Taylor, "Cloze procedure", 1953; Devlin et al., "BERT", 2019, section 3.1 and appendix A.1; whole words as in the
 * authors' code, where each token of a chosen word is hidden, replaced or kept by its own draw.
 *
 * @throws Error on a rate of 0 or above 1, on shares that exceed 1, on a row of special tokens only
 * @example maskTokens(ids, { mask: 4, special: [0, 1, 2, 3, 4], vocabulary: 180 }, rng)
 */
export function maskTokens(ids: ArrayLike<number>, options: MaskOptions, rng: Rng): MaskedTokens {
  const { mask, special, vocabulary, rate = 0.15, hidden = 0.8, replaced = 0.1, continues } = options;
  expectShares(rate, hidden, replaced);
  const isSpecial = new Set(special);
  const words: number[][] = []; // the places of each word's tokens
  const places = Array.from(ids, (_, place) => place).filter((place) => !isSpecial.has(ids[place]));
  for (const place of places) {
    const last = words.at(-1);
    if (last?.at(-1) === place - 1 && continues?.(ids[place])) last.push(place);
    else words.push([place]);
  }
  if (words.length === 0)
    throw new Error(
      `maskTokens: expected at least one token that isn't special, got ${JSON.stringify(Array.from(ids))}`,
    );
  const ordinary = Array.from({ length: vocabulary }, (_, id) => id).filter((id) => !isSpecial.has(id));
  const masked = { ids: Int32Array.from(ids), labels: new Int32Array(ids.length).fill(padding) };
  // n = max(1, rate · tokens, rounded); words are taken in random order as long as they fit
  let left = Math.max(1, Math.round(rate * places.length));
  for (const [rank, index] of rng.permutation(words.length).entries()) {
    const word = words[index];
    if (word.length > left && rank > 0) continue;
    left -= word.length;
    for (const place of word) {
      masked.labels[place] = ids[place];
      const lot = rng.uniform();
      if (lot < hidden) masked.ids[place] = mask;
      else if (lot < hidden + replaced) masked.ids[place] = ordinary[rng.integer(ordinary.length)];
    }
    if (left <= 0) break;
  }
  return masked;
}

function expectShares(rate: number, hidden: number, replaced: number): void {
  if (!(rate > 0 && rate <= 1))
    throw new Error(`maskTokens: expected a rate above 0 and at most 1, got ${rate}`);
  if (!(hidden >= 0 && replaced >= 0 && hidden + replaced <= 1))
    throw new Error(
      `maskTokens: expected shares hidden and replaced of at least 0 that together are at most 1, got ${hidden} and ${replaced}`,
    );
}
