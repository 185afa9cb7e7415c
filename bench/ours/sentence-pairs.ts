import type { Rng } from 'lineage';
import type { StoredTensor } from '../../lib/train/safetensors';
import type { Config } from '../row';

/** Tokens with a meaning of their own: what stands behind a sentence, before it, and at its end. */
const [padding, begin, end] = [0, 1, 2];

/**
 * Made sentences and their translations: word for word, in reverse order. They are half to whole as long as there is
 * room for.
 *
 * @returns x `[count, batch, sourceLength + targetLength]`: a source, then what the decoder is given; y `[count, batch,
 * targetLength]`: what it shall write
 */
export async function sentencePairs(
  { batch, sourceVocabulary, targetVocabulary, sourceLength: S, targetLength: T }: Config,
  count: number,
  rng: Rng,
) {
  const words = Math.min(sourceVocabulary, targetVocabulary) - (end + 1);
  const dictionary = rng.permutation(words);
  const longest = Math.min(S, T - 1); // the target has its end token besides
  const rows = count * batch;
  const x = new Int32Array(rows * (S + T)).fill(padding);
  const y = new Int32Array(rows * T).fill(padding);
  for (let row = 0; row < rows; row++) {
    const length = longest - rng.integer(Math.ceil(longest / 2));
    const sentence = Array.from({ length }, () => rng.integer(words));
    const translated = sentence.map((word) => end + 1 + dictionary[word]).reverse();
    x.set(
      sentence.map((word) => end + 1 + word),
      row * (S + T),
    );
    x.set([begin, ...translated], row * (S + T) + S);
    y.set([...translated, end], row * T);
  }
  const stored = (data: Int32Array, length: number): StoredTensor => {
    return { dtype: 'I32', shape: [count, batch, length], data };
  };
  return { x: stored(x, S + T), y: stored(y, T), data: `made pairs of up to ${longest} words` };
}
