import * as tf from '@tensorflow/tfjs';
import {
  contextScores,
  crossEntropy,
  NoiseDistribution,
  Rng,
  skipGramPairs,
  type VectorTable,
  Word2Vec,
} from 'lineage';
import { constant, expectClose, type OracleCase, type OracleTensor, toTensor } from './oracle';

/** How to check the cases about word2vec. */
export const word2vecText: Readonly<Record<string, (oracle: OracleCase) => void>> = {
  'skipgram-pairs': (oracle) => {
    const { tokens } = oracle.inputs as unknown as { tokens: readonly string[] };
    const { pairs } = oracle.outputs as unknown as { pairs: readonly (readonly string[])[] };
    expect(skipGramPairs(tokens, constant<number>(oracle, 'window', 'number'))).toEqual(pairs);
  },
  'skipgram-softmax': (oracle) => {
    const { center, context } = tensors(oracle.inputs);
    const asking = { ...center, shape: [...center.shape, 1] };
    expectFullSoftmax(oracle, asking, context);
  },
  'cbow-softmax': (oracle) => {
    const { contexts, center } = tensors(oracle.inputs);
    expectFullSoftmax(oracle, contexts, center);
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
};

function expectFullSoftmax(oracle: OracleCase, asking: OracleTensor, wanted: OracleTensor): void {
  const { inVectors, outVectors } = tensors(oracle.params);
  const [input, output] = [inVectors, outVectors].map((table) => tf.variable(toTensor(table) as tf.Tensor2D));
  const loss = () => {
    const scores = contextScores(input, output, toTensor(asking) as tf.Tensor2D);
    return crossEntropy(scores, toTensor(wanted) as tf.Tensor1D).asScalar();
  };
  const { value, grads } = tf.variableGrads(loss, [input, output]);
  expectClose('loss', value, outputs(oracle).loss);
  expectClose('∂/∂inVectors', grads[input.name], tensors(oracle.grads).inVectors);
  expectClose('∂/∂outVectors', grads[output.name], tensors(oracle.grads).outVectors);
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
