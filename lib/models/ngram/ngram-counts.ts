import { expectSize } from '../../expect/expect-size';
import { Vocabulary } from '../../text';
import { NgramTrie } from './ngram-trie';

/** The token that ends every sentence: how a model says that nothing more comes. */
export const sentenceEnd = '</s>';

/** What {@link NgramCounts} counts. */
export interface NgramCountsConfig {
  /** The longest n-gram, n: the next token and the n − 1 before it. */
  readonly order: number;
  /**
   * The tokens that may come next, `</s>` among them; with an unknown token, every other word counts as that. By
   * default `</s>` and all tokens of the sentences.
   */
  readonly vocabulary?: Vocabulary;
}

/**
 * How often every n-gram of a corpus occurs, for n = 1 … order: all that a model by counting knows.
 *
 * Each sentence is counted with order − 1 starts in front, which no token is and which are never predicted, and one
 * `</s>` behind.
 *
 * Source: Markov, "An example of statistical investigation of the text Eugene Onegin", 1913; Shannon, "A mathematical
 * theory of communication", 1948, section 3.
 *
 * @example new NgramCounts([['i', 'am', 'sam'], ['sam', 'i', 'am']], { order: 2 }).count(['i', 'am']) // 2
 */
export class NgramCounts {
  readonly order: number;
  readonly vocabulary: Vocabulary;
  /** The id of the start, one above those of the vocabulary. */
  readonly start: number;
  readonly trie = new NgramTrie();

  /** @throws Error where there is no sentence, a sentence holds `</s>`, or an order below 1 is asked for */
  constructor(sentences: readonly (readonly string[])[], { order, vocabulary }: NgramCountsConfig) {
    expectSize('NgramCounts', 'tokens in an n-gram', order);
    if (sentences.length === 0) throw new Error('NgramCounts: expected at least one sentence, got none');
    this.order = order;
    this.vocabulary = vocabulary ?? Vocabulary.of(every(sentences), { special: [sentenceEnd] });
    if (!this.vocabulary.has(sentenceEnd))
      throw new Error(
        `NgramCounts: expected a vocabulary with the end of a sentence, got one without. ` +
          `Give it { special: ['${sentenceEnd}'] }.`,
      );
    this.start = this.vocabulary.size;
    for (const sentence of sentences) this.#add(this.encode(sentence));
  }

  /**
   * @param sentence its tokens, without `</s>`
   * @returns their ids and that of `</s>`, `[tokens + 1]`
   */
  encode(sentence: readonly string[]): Int32Array {
    if (sentence.includes(sentenceEnd))
      throw new Error(`NgramCounts: expected a sentence without ${sentenceEnd}, got one that holds it`);
    return this.vocabulary.encode([...sentence, sentenceEnd]);
  }

  /**
   * The order − 1 tokens that the next one is predicted from.
   *
   * @param before the tokens so far, from the sentence's beginning or its last order − 1; a token that is unknown is
   * one never seen
   * @returns ids, starts where there are too few tokens, `[order − 1]`
   */
  context(before: readonly string[]): number[] {
    const length = this.order - 1;
    const last = length > 0 ? before.slice(-length) : [];
    const starts = Array<number>(length - last.length).fill(this.start);
    return [...starts, ...last.map((token) => this.vocabulary.find(token) ?? -1)];
  }

  /** @returns the node of an n-gram, or −1 if it was never seen */
  node(ids: readonly number[]): number {
    let node = 0;
    for (const id of ids) {
      node = this.trie.child(node, id);
      if (node < 0) break;
    }
    return node;
  }

  /** How often these tokens, at most `order`, were seen one after the other. */
  count(tokens: readonly string[]): number {
    if (tokens.length > this.order)
      throw new Error(`NgramCounts.count: expected at most ${this.order} tokens, got ${tokens.length}`);
    const node = this.node(tokens.map((token) => this.vocabulary.find(token) ?? -1));
    if (node < 0) return 0;
    return node === 0 ? this.trie.total[0] : this.trie.count[node];
  }

  #add(ids: Int32Array): void {
    const { order, trie, start } = this;
    // nodes[k]: the k tokens before the next one
    const nodes = [0];
    for (let length = 1; length < order; length++) nodes.push(trie.grow(nodes[length - 1], start));
    for (const id of ids) {
      let isNew = false; // whether the n-gram that is one token longer was seen for the first time
      // From the longest down, as nodes[k] becomes the node of the k tokens up to this one
      for (let length = order; length >= 1; length--) {
        const context = nodes[length - 1];
        const node = trie.grow(context, id);
        trie.total[context]++;
        if (isNew) {
          trie.before[node]++;
          trie.around[context]++;
        }
        isNew = trie.count[node]++ === 0;
        if (isNew) trie.types[context]++;
        if (length < order) nodes[length] = node;
      }
    }
  }
}

function* every(sentences: readonly (readonly string[])[]): Generator<string, void, undefined> {
  for (const sentence of sentences) yield* sentence;
}
