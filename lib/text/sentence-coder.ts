import { expectSize } from '../expect/expect-size';
import { plainSentence } from './plain-sentence';
import type { SentenceTokenizer } from './sentence-tokenizer';
import { Vocabulary } from './vocabulary';

/** The tokens with a meaning of their own in translation, by their ids 0, 1, 2, 3. */
export const sentenceMarks = ['<pad>', '<begin>', '<end>', '<unk>'] as const;

/** Their ids: behind the end of shorter sentences; before and after a target; a token never seen in training. */
export const [padding, begin, end, unknown] = [0, 1, 2, 3];

/**
 * One language of a translator: sentences become rows of token ids, all of one length, and back.
 *
 * @example
 * const english = SentenceCoder.of(englishSentence, ['hello', 'good night']);
 * english.encode('Good night!'); // Int32Array [4, 6]
 */
export class SentenceCoder {
  /**
   * @param vocabulary begins with `sentenceMarks`; has an unknown token
   * @param longest how many tokens a sentence has at most, without begin and end
   */
  constructor(
    readonly tokenizer: SentenceTokenizer,
    readonly vocabulary: Vocabulary,
    readonly longest: number,
  ) {
    expectSize('SentenceCoder', 'tokens', longest);
    const marks = vocabulary.tokens.slice(0, sentenceMarks.length);
    if (marks.join() !== sentenceMarks.join())
      throw new Error(
        `SentenceCoder: expected a vocabulary whose first tokens are ${sentenceMarks.join(' ')}, got ${marks.join(' ')}. ` +
          'SentenceCoder.of makes one.',
      );
  }

  /** The coder of a corpus: all of its tokens, and room for its longest sentence. */
  static of(tokenizer: SentenceTokenizer, corpus: readonly string[]): SentenceCoder {
    const rows = corpus.map((sentence) => tokenizer.split(plainSentence(sentence)));
    const options = { special: sentenceMarks, unknown: '<unk>' };
    const longest = rows.reduce((most, { length }) => Math.max(most, length), 0);
    return new SentenceCoder(tokenizer, Vocabulary.of(rows.flat(), options), longest);
  }

  /** The tokens of a sentence, as the model sees them. */
  tokens(sentence: string): string[] {
    return this.tokenizer.split(plainSentence(sentence));
  }

  /** Those of its tokens that training never showed, each once. */
  unknown(sentence: string): string[] {
    return [...new Set(this.tokens(sentence))].filter((token) => !this.vocabulary.has(token));
  }

  /**
   * @returns the ids of its tokens; {@link unknown} for those never seen
   * @throws Error on a sentence without tokens, or with more than `longest`
   */
  encode(sentence: string): Int32Array {
    const tokens = this.tokens(sentence);
    if (tokens.length === 0)
      throw new Error(
        `SentenceCoder.encode: expected a sentence of at least one token, got ${JSON.stringify(sentence)}`,
      );
    if (tokens.length > this.longest)
      throw new Error(
        `SentenceCoder.encode: expected at most ${this.longest} tokens, got ${tokens.length} in ` +
          `${JSON.stringify(sentence.slice(0, 60))}. Shorten it, or train on longer sentences.`,
      );
    return this.vocabulary.encode(tokens);
  }

  /** The sentence of these ids, up to the end token if there is one; padding and begin are left out. */
  decode(ids: ArrayLike<number>): string {
    const all = Array.from(ids);
    const stop = all.indexOf(end);
    const written = all.slice(0, stop < 0 ? all.length : stop).filter((id) => id !== padding && id !== begin);
    return this.tokenizer.join(this.vocabulary.decode(written));
  }
}
