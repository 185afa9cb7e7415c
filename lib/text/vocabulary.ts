/** How {@link Vocabulary.of} chooses its tokens. */
export interface VocabularyOptions {
  /** Tokens with a meaning of their own, such as `'<unk>'`; they get the first ids. */
  readonly special?: readonly string[];
  /** The special token that stands for every token outside of the vocabulary; without it those are refused. */
  readonly unknown?: string;
}

/** How a vocabulary is chosen from a corpus. */
export interface VocabularyChoice extends VocabularyOptions {
  /** Rarer tokens are left out; 1 by default. */
  readonly minCount?: number;
  /** At most so many tokens, special ones included: the most frequent. */
  readonly maxSize?: number;
}

/**
 * The tokens that a model knows, numbered from 0.
 *
 * @example
 * const vocabulary = Vocabulary.of(['b', 'a', 'b'], { special: ['<unk>'], unknown: '<unk>' });
 * vocabulary.encode(['a', 'z']); // Int32Array [2, 0]
 */
export class Vocabulary {
  /** The tokens by id. */
  readonly tokens: readonly string[];
  readonly #ids: ReadonlyMap<string, number>;
  readonly #unknown: number | undefined;

  /** @param tokens in the order of their ids, each once; the special ones come before them */
  constructor(tokens: readonly string[], { special = [], unknown }: VocabularyOptions = {}) {
    this.tokens = [...special, ...tokens];
    this.#ids = new Map(this.tokens.map((token, id) => [token, id]));
    if (this.tokens.length === 0) throw new Error('Vocabulary: expected at least one token, got none');
    if (this.#ids.size < this.tokens.length) {
      const twice = this.tokens.find((token, id) => this.#ids.get(token) !== id);
      throw new Error(`Vocabulary: expected each token once, got ${JSON.stringify(twice)} twice`);
    }
    if (unknown !== undefined && !special.includes(unknown))
      throw new Error(
        `Vocabulary: expected the unknown token among the special ones (${special.join(' ')}), got ${unknown}`,
      );
    this.#unknown = unknown === undefined ? undefined : this.#ids.get(unknown);
  }

  /**
   * The vocabulary of a corpus: special tokens first, then the others from the most frequent to the rarest, and in
   * alphabetical order where they are equally frequent.
   */
  static of(corpus: Iterable<string>, choice: VocabularyChoice = {}): Vocabulary {
    const { special = [], unknown, minCount = 1, maxSize = Infinity } = choice;
    if (!(maxSize > special.length))
      throw new Error(
        `Vocabulary.of: expected room for more than ${special.length} special tokens, got maxSize ${maxSize}`,
      );
    const counts = new Map<string, number>();
    for (const token of corpus) counts.set(token, (counts.get(token) ?? 0) + 1);
    for (const token of special) counts.delete(token);
    const kept = [...counts].filter(([, count]) => count >= minCount);
    kept.sort(([a, countA], [b, countB]) => countB - countA || (a < b ? -1 : 1));
    const tokens = kept.slice(0, maxSize - special.length).map(([token]) => token);
    return new Vocabulary(tokens, { special, unknown });
  }

  /** How many tokens there are. */
  get size(): number {
    return this.tokens.length;
  }

  has(token: string): boolean {
    return this.#ids.has(token);
  }

  /**
   * @returns the token's id; that of the unknown token if there is one
   * @throws Error if the token isn't in the vocabulary and it has no unknown token
   */
  id(token: string): number {
    const id = this.find(token);
    if (id === undefined)
      throw new Error(
        `Vocabulary: token ${JSON.stringify(token)} is not among the ${this.size} known ones. ` +
          'Build it from a text that has it, or give it an unknown token.',
      );
    return id;
  }

  /** @returns the token's id; that of the unknown token if there is one, else `undefined` */
  find(token: string): number | undefined {
    return this.#ids.get(token) ?? this.#unknown;
  }

  /** @throws Error if no token has this id */
  token(id: number): string {
    const token = this.tokens[id];
    if (token === undefined)
      throw new Error(
        `Vocabulary: expected an id of the ${this.size} tokens (0–${this.size - 1}), got ${id}. ` +
          'Was the text encoded with another vocabulary?',
      );
    return token;
  }

  /** @returns the ids of the tokens, as {@link Vocabulary.id} gives them, `[tokens]` */
  encode(tokens: readonly string[]): Int32Array {
    return Int32Array.from(tokens, (token) => this.id(token));
  }

  /** @returns the tokens with these ids */
  decode(ids: ArrayLike<number>): string[] {
    return Array.from(ids, (id) => this.token(id));
  }
}
