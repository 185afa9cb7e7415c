import { Rng } from 'lineage';
import { Word2Vec } from '../../lib/models/word2vec';
import { wordPairs } from './word-pairs';
import type { Work } from './work';

const seed = 5;

/** Skip-gram with negative sampling on made pairs, by the library's own kernels: there is no graph to compile. */
export const word2vec: Work = {
  async start({ pairs, negatives, vocabularySize, vectorSize }, count) {
    const rng = new Rng(seed);
    const { input, output } = new Word2Vec({ vocabularySize, vectorSize }, rng.fork('weights'));
    const { centres, targets } = wordPairs(count * pairs, negatives, vocabularySize, rng.fork('pairs'));
    const shape = [vocabularySize, vectorSize];
    return {
      weights: {
        input: { dtype: 'F32', shape, data: input.values() },
        output: { dtype: 'F32', shape, data: output.values() },
      },
      batches: {
        centres: { dtype: 'I32', shape: [count, pairs], data: centres },
        targets: { dtype: 'I32', shape: [count, pairs, 1 + negatives], data: targets },
      },
      data: `made pairs of ${vocabularySize} words`,
    };
  },
  async run({ vocabularySize, vectorSize, learningRate }, _, weights, { centres, targets }) {
    const model = new Word2Vec({ vocabularySize, vectorSize }, new Rng(seed));
    model.input.assign(weights.input.data);
    model.output.assign(weights.output.data);
    const batch = ({ data, shape: [count] }: typeof centres, index: number) => {
      const size = data.length / count;
      return data.subarray(size * (index % count), size * ((index % count) + 1)) as Int32Array;
    };
    let done = 0;
    return {
      advance() {
        const loss = model.skipGram(batch(centres, done), batch(targets, done), learningRate);
        done++;
        return [loss];
      },
      dispose() {},
    };
  },
};
