import {
  addK,
  logSoftmax,
  NgramCounts,
  NgramModel,
  NoiseDistribution,
  perplexity,
  Rng,
  type VectorTable,
  Word2Vec,
} from 'lineage';
import { readBleu } from './bleu';
import { constant, expectClose, type OracleCase, type OracleTensor, testOracle, toTensor } from './oracle';
import { countedText } from './text-counted';

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
  sgns: (oracle) => {
    const { center, context, negatives } = tensors(oracle.inputs);
    const [count, size] = negatives.shape;
    const model = new Word2Vec({ vocabularySize: 1 + count, vectorSize: size }, new Rng(0));
    // Word 0 is the centre, and in the other table its context; the rest are the negatives.
    model.input.assign([...center.data, ...negatives.data]);
    model.output.assign([...context.data, ...negatives.data]);
    const targets = Int32Array.from({ length: 1 + count }, (_, word) => word);
    const { loss, inputGradient, outputGradient } = skipGram(model, Int32Array.of(0), targets);

    expectClose('loss', loss, outputs(oracle).loss);
    const grads = tensors(oracle.grads);
    expectClose('∂/∂center', inputGradient.slice(0, size), grads.center.data);
    expectClose('∂/∂context', outputGradient.slice(0, size), grads.context.data);
    expectClose('∂/∂negatives', outputGradient.slice(size), grads.negatives.data);
  },
  'sgns-batch': (oracle) => {
    const { center, context, negatives } = tensors(oracle.inputs);
    const { inVectors, outVectors } = tensors(oracle.params);
    const [vocabularySize, vectorSize] = inVectors.shape;
    const model = new Word2Vec({ vocabularySize, vectorSize }, new Rng(0));
    model.input.assign(inVectors.data);
    model.output.assign(outVectors.data);
    const each = negatives.shape[1];
    const targets = context.data.flatMap((word, pair) => [
      word,
      ...negatives.data.slice(pair * each, (pair + 1) * each),
    ]);
    const { loss, inputGradient, outputGradient } = skipGram(
      model,
      Int32Array.from(center.data),
      Int32Array.from(targets),
    );
    const grads = tensors(oracle.grads);
    expectClose('loss', loss, outputs(oracle).loss);
    expectClose('∂/∂inVectors', inputGradient, grads.inVectors.data);
    expectClose('∂/∂outVectors', outputGradient, grads.outVectors.data);
  },
  'unigram-power': (oracle) => {
    expect(oracle.config.power).toBe(0.75);
    const noise = new NoiseDistribution(tensors(oracle.inputs).counts.data);
    expectClose('P', noise.probabilities, outputs(oracle).prob, { rtol: 1e-7, atol: 1e-8 });
  },
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

/** One step at a rate of 1: what the vectors lose by it is the gradient of the summed losses; here, of their mean. */
function skipGram(model: Word2Vec, centres: Int32Array, targets: Int32Array) {
  const { input, output } = model;
  const before = [input.values(), output.values()];
  const loss = model.skipGram(centres, targets, 1);
  const gradient = (table: VectorTable, old: Float32Array) =>
    table.values().map((value, index) => (old[index] - value) / centres.length);
  return { loss, inputGradient: gradient(input, before[0]), outputGradient: gradient(output, before[1]) };
}

function tensors(part: OracleCase['inputs']): Readonly<Record<string, OracleTensor>> {
  if (!part) throw new Error('expected tensors, got none');
  return part;
}

function outputs({ outputs }: OracleCase): Readonly<Record<string, OracleTensor>> {
  return tensors(outputs);
}
