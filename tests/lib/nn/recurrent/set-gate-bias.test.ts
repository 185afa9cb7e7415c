import * as tf from '@tensorflow/tfjs';
import { dispose, Gru, Lstm, normal, Rng, Rnn, recordGates, setGateBias } from 'lineage';
import { expectNoLeak } from '../../../leaks';

const sigmoid = (a: number) => 1 / (1 + Math.exp(-a));

/** What a gate gives where neither input nor state speak to it. */
function alone(network: Lstm | Gru, gate: string): number[] {
  return tf.tidy(() => {
    for (const { ahead } of network.layers)
      for (const weight of [ahead.inputWeight, ahead.hiddenWeight]) weight.assign(tf.zerosLike(weight));
    const x = normal<tf.Rank.R3>([1, 1, 3], 1, new Rng(1));
    const gates = (network instanceof Lstm ? recordGates(network, x) : recordGates(network, x)) as Record<
      string,
      tf.Tensor
    >;
    return [...gates[gate].dataSync()];
  });
}

test.each([
  ['Lstm', 'input'],
  ['Lstm', 'forget'],
  ['Lstm', 'output'],
  ['Gru', 'reset'],
  ['Gru', 'update'],
] as const)('%s: the gate %s, and no other, starts at σ(bias)', (kind, gate) => {
  const make = () => (kind === 'Lstm' ? new Lstm(3, 2, new Rng(0)) : new Gru(3, 2, new Rng(0)));
  const [network, untouched] = [make(), make()];
  setGateBias(network, gate, [1, -2]);
  const names = kind === 'Lstm' ? ['input', 'forget', 'output'] : ['reset', 'update'];
  for (const name of names)
    alone(network, name).forEach((value, unit) => {
      expect(value).toBeCloseTo(name === gate ? sigmoid([1, -2][unit]) : alone(untouched, name)[unit], 6);
    });
  dispose([network, untouched]);
});

test('one number is for all units, layers and directions', () => {
  const lstm = new Lstm(3, 2, new Rng(0), { layers: 2, bidirectional: true });
  setGateBias(lstm, 'forget', 1.5);
  for (const { ahead, backwards } of lstm.layers)
    for (const weights of [ahead, backwards!]) {
      expect([...weights.inputBias.dataSync().subarray(2, 4)]).toEqual([1.5, 1.5]);
      expect([...weights.hiddenBias.dataSync().subarray(2, 4)]).toEqual([0, 0]);
    }
  dispose(lstm);
});

test('refuses a gate that the network has not, and other numbers than one per unit', () => {
  const [rnn, lstm, gru] = [new Rnn(3, 2, new Rng(0)), new Lstm(3, 2, new Rng(0)), new Gru(3, 2, new Rng(0))];
  expect(() => setGateBias(rnn, 'forget', 1)).toThrow(
    'setGateBias: expected a network with the gate forget, got an Rnn, which has none',
  );
  expect(() => setGateBias(gru, 'forget', 1)).toThrow('got a Gru, which has reset and update');
  expect(() => setGateBias(lstm, 'update', 1)).toThrow('got an Lstm, which has input, forget and output');
  expect(() => setGateBias(lstm, 'forget', [1, 2, 3])).toThrow(
    'setGateBias: expected a finite number, or 2 of them, one per unit, got [1,2,3]',
  );
  expect(() => setGateBias(lstm, 'forget', Number.NaN)).toThrow('expected a finite number');
  dispose([rnn, lstm, gru]);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const gru = new Gru(3, 2, new Rng(0));
    setGateBias(gru, 'update', 1);
    dispose(gru);
  });
});
