/** No training sentence is longer, as in word2vec.c: a text without line ends is cut. */
const longestSentence = 1000;

/** The sentences of one step. */
export interface CorpusStep {
  readonly sentences: readonly Int32Array[];
  /** How many words of the corpus come before it. */
  readonly before: number;
}

/**
 * Divides a corpus into steps of whole sentences: of at least `words` words, but for the last.
 *
 * @param corpus sentences of word numbers
 */
export function corpusSteps(corpus: readonly ArrayLike<number>[], words: number): CorpusStep[] {
  const steps: CorpusStep[] = [];
  let sentences: Int32Array[] = [];
  let before = 0;
  let size = 0;
  const close = () => {
    if (size > 0) steps.push({ sentences, before });
    before += size;
    [sentences, size] = [[], 0];
  };
  for (const line of corpus) {
    const sentence = Int32Array.from(line);
    for (let from = 0; from < sentence.length; from += longestSentence) {
      const part = sentence.subarray(from, from + longestSentence);
      sentences.push(part);
      size += part.length;
      if (size >= words) close();
    }
  }
  close();
  return steps;
}
