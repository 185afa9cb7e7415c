import type * as tf from '@tensorflow/tfjs';
import {
  beamSearch,
  type Continuation,
  logSoftmax,
  nextTokenDistribution,
  penaliseRepetition,
  type SamplingOptions,
} from 'lineage';
import {
  constant,
  expectClose,
  type OracleCase,
  type OracleTensor,
  type Tolerance,
  testOracle,
  toTensor,
} from './oracle';

/** Plain numbers of JavaScript have float64's precision; the file's 9 digits have not. */
const float64: Tolerance = { rtol: 1e-7, atol: 1e-9 };

/** The rows of a matrix. */
function rows({ shape, data }: OracleTensor): number[][] {
  const [count, width] = shape;
  return Array.from({ length: count }, (_, row) => data.slice(row * width, (row + 1) * width));
}

function samplingOptions(oracle: OracleCase): SamplingOptions {
  const known = ['temperature', 'topK', 'topP'].filter((key) => key in oracle.config);
  return Object.fromEntries(known.map((key) => [key, constant<number>(oracle, key, 'number')]));
}

testOracle('decoding', {
  filter: (oracle) => {
    const { name, outputs } = oracle;
    const { prob, kept, logProbUnfiltered } = outputs!;
    const logits = oracle.inputs!.logits;
    const options = samplingOptions(oracle);
    const ours = rows(logits).flatMap((row) => [...nextTokenDistribution(row, options)]);
    expectClose(`${name}: prob`, ours, prob.data, float64);
    expect(ours.map((probability) => Number(probability > 0))).toEqual(kept.data);
    if (!logProbUnfiltered) return;
    const cooled = toTensor(logits).div(options.temperature!);
    expectClose(`${name}: logProbUnfiltered`, logSoftmax<tf.Tensor>(cooled), logProbUnfiltered);
  },
  'repetition-penalty': (oracle) => {
    const { name, outputs } = oracle;
    const { logits, seen } = oracle.inputs!;
    const penalty = constant<number>(oracle, 'penalty', 'number');
    const said = rows(seen);
    const penalised = rows(logits).map((row, index) => penaliseRepetition(row, said[index], penalty));
    expectClose(
      `${name}: logits`,
      penalised.flatMap((row) => [...row]),
      outputs!.logits.data,
      float64,
    );
    const prob = penalised.flatMap((row) => [...nextTokenDistribution(row)]);
    expectClose(`${name}: prob`, prob, outputs!.prob.data, float64);
  },
  'beam-search': (oracle) => {
    const [vocab, begin, end, longest] = ['vocab', 'bos', 'eos', 'maxNewTokens'].map((key) =>
      constant<number>(oracle, key, 'number'),
    );
    const chances = rows(oracle.inputs!.transition).map((row) => row.map(Math.log));
    expect(chances).toHaveLength(vocab);
    const next = (beam: readonly Continuation[]) =>
      beam.map(({ tokens }) => chances[tokens[tokens.length - 1]]);
    const search = (width: number, lengthPenalty: number) =>
      beamSearch(next, { begin, end, longest, width, lengthPenalty });
    const greedy = oracle.greedy as Found;
    const [ours] = search(1, 0);
    expect(ours.tokens).toEqual(greedy.tokens);
    expectClose('greedy', ours.logProbability, greedy.logProb, float64);
    // The true optimum is found by a beam that never has to drop anything.
    const best = oracle.exhaustiveBest as Found;
    expectClose('best', search(vocab ** longest, 0)[0].logProbability, best.logProb, float64);
    const beams = oracle.beams as {
      width: number;
      alpha: number;
      competing: (Found & { score: number })[];
    }[];
    for (const { width, alpha, competing } of beams) {
      const found = search(width, alpha);
      expect(found.map(({ tokens }) => tokens)).toEqual(competing.map(({ tokens }) => tokens));
      for (const [index, { logProb, score }] of competing.entries()) {
        expectClose(`width ${width}`, found[index].logProbability, logProb, float64);
        expectClose(`width ${width}, alpha ${alpha}`, found[index].score, score, float64);
      }
    }
  },
});

interface Found {
  readonly tokens: number[];
  readonly logProb: number;
}
