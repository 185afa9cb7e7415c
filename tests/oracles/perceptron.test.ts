import { Perceptron, type PerceptronConfig, rosenblatt } from 'lineage/models';
import { constant, type OracleCase, testOracle } from './oracle';

/** The fields that only perceptron cases have; numbers are dyadic, so every comparison is exact. */
interface PerceptronCase {
  readonly inputs: {
    readonly x: readonly (readonly number[])[];
    readonly target: readonly number[];
    readonly w0: readonly number[];
    readonly b0: number;
  };
  readonly converged: boolean;
  readonly epochs: number;
  /** The first epochs; a long run is cut. */
  readonly errorsPerEpoch: readonly number[];
  /** `[epoch, row, w1, w2, b]`; a long run is cut. */
  readonly updatesEpochRowW1W2B: readonly (readonly number[])[];
  readonly cycleStartAndLength?: readonly [number, number];
  readonly final: readonly number[];
}

testOracle('perceptron', {
  perceptron: (oracle) => {
    const expected = oracle as unknown as PerceptronCase;
    const { x, target, w0, b0 } = expected.inputs;
    const perceptron = new Perceptron({
      inputs: w0.length,
      learningRate: constant<number>(oracle, 'lr', 'number'),
      fires: fires(oracle),
      labels: constant<readonly number[]>(oracle, 'labels', 'object') as PerceptronConfig['labels'],
      weights: w0,
      bias: b0,
    });
    const run = rosenblatt(perceptron, x, target, { epochs: limit(oracle) });

    expect({ converged: run.converged, epochs: run.epochs }).toEqual({
      converged: expected.converged,
      epochs: expected.epochs,
    });
    const updates = run.updates.map(({ epoch, row, weights, bias }) => [epoch, row, ...weights, bias]);
    expect(listed(run.mistakesPerEpoch, expected.errorsPerEpoch, run.converged)).toEqual(
      expected.errorsPerEpoch,
    );
    expect(listed(updates, expected.updatesEpochRowW1W2B, run.converged)).toEqual(
      expected.updatesEpochRowW1W2B,
    );
    expect([...perceptron.weights, perceptron.bias]).toEqual(expected.final);
    expect(run.cycle && [run.cycle.start, run.cycle.length]).toEqual(expected.cycleStartAndLength);
  },
});

/** Our list, cut to the oracle's length only where the run went on without end. */
function listed<T>(ours: readonly T[], theirs: readonly unknown[], converged: boolean): readonly T[] {
  return converged ? ours : ours.slice(0, theirs.length);
}

function fires(oracle: OracleCase): '> 0' | '>= 0' {
  const rule = constant<string>(oracle, 'fires', 'string').replace('z ', '');
  if (rule !== '> 0' && rule !== '>= 0') throw new Error(`${oracle.name}: unknown rule of firing: z ${rule}`);
  return rule;
}

function limit(oracle: OracleCase): number {
  const order = constant<string>(oracle, 'order', 'string');
  const epochs = order.match(/^rows in order, online, (\d+) epochs at most$/);
  if (!epochs) throw new Error(`${oracle.name}: unknown order of learning: ${order}`);
  return Number(epochs[1]);
}
