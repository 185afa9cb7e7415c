/**
 * Cuts text into tokens and puts them together again.
 *
 * Every tokenizer of the library loses nothing: `join(split(text)) === text` for any string, an empty one, emoji and
 * lone surrogates too.
 */
export interface Tokenizer {
  /** The tokens, in order; none of the empty string. */
  split(text: string): string[];
  /** The text that the tokens were cut from. */
  join(tokens: readonly string[]): string;
}
