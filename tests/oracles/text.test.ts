import { addK, logSoftmax, NgramCounts, NgramModel, perplexity } from 'lineage';
import { readBleu } from './bleu';
import { constant, expectClose, type OracleCase, type OracleTensor, testOracle, toTensor } from './oracle';
import { countedText } from './text-counted';
import { word2vecText } from './text-word2vec';

testOracle('text', {
  ...countedText,
  bleu: readBleu,
  ngram: (oracle) => {
    const { corpus, test } = oracle.inputs as unknown as Readonly<Record<string, readonly string[]>>;
    const { vocab, rows, testPerplexity } = oracle.outputs as unknown as NgramOutputs;
    const [order, k] = ['n', 'k'].map((name) => constant<number>(oracle, name, 'number'));
    const sentences = corpus.map((line) => line.split(' '));
    const model = new NgramModel(new NgramCounts(sentences, { order }), addK(k));
    expect([...model.counts.vocabulary.tokens].sort()).toEqual([...vocab].sort());
    for (const { history, probs } of rows) {
      const before = history.filter((token) => token !== '<s>');
      const got = vocab.map((token) => model.probability(token, before));
      expectClose(`P(· | ${history.join(' ')})`, got, probs, float64);
    }
    test.forEach((line, index) => {
      const got = perplexity(model.logProbabilities(line.split(' ')));
      const expected = testPerplexity[index];
      if (expected === null) expect(got).toBe(Infinity);
      else expectClose(line, got, expected, float64);
    });
  },
  perplexity: (oracle) => {
    const logs = tensors(oracle.inputs).prob.data.map(Math.log);
    expectClose('perplexity', perplexity(logs), numbers(oracle).perplexity, float64);
  },
  'perplexity-logits': (oracle) => {
    const { logits, targets } = tensors(oracle.inputs);
    const rows = logSoftmax(toTensor(logits)).arraySync() as number[][];
    const logs = targets.data.map((target, row) => rows[row][target]);
    expectClose('perplexity', perplexity(logs), numbers(oracle).perplexity);
    expectClose('bits', Math.log2(perplexity(logs)), numbers(oracle).bitsPerToken);
  },
  ...word2vecText,
});

/** What plain JavaScript numbers must keep. */
const float64 = { rtol: 1e-7, atol: 1e-9 };

interface NgramOutputs {
  readonly vocab: readonly string[];
  readonly rows: readonly { readonly history: readonly string[]; readonly probs: readonly number[] }[];
  /** `null` where a probability is 0. */
  readonly testPerplexity: readonly (number | null)[];
}

function numbers({ outputs }: OracleCase): Readonly<Record<string, number>> {
  return outputs as unknown as Readonly<Record<string, number>>;
}

function tensors(part: OracleCase['inputs']): Readonly<Record<string, OracleTensor>> {
  if (!part) throw new Error('expected tensors, got none');
  return part;
}
