import * as tf from '@tensorflow/tfjs';
import { Gru } from './gru';
import { Lstm } from './lstm';
import type { Rnn } from './rnn';

/** A gate by its name: an {@link Lstm} has input, forget and output, a {@link Gru} reset and update. */
export type GateName = 'input' | 'forget' | 'output' | 'reset' | 'update';

/** Which block of rows a gate has in the weights: PyTorch's order, i, f, g, o and r, z, n. */
const blocks: Readonly<Record<'Lstm' | 'Gru', Partial<Record<GateName, number>>>> = {
  Lstm: { input: 0, forget: 1, output: 3 },
  Gru: { reset: 0, update: 1 },
};

/**
 * Sets where a gate starts, in every layer and direction: σ(bias), as long as nothing else speaks to it. Of its two
 * biases one becomes `bias`, the other 0.
 *
 * A forget bias of 1: Gers, Schmidhuber and Cummins, "Learning to forget", 2000, section 4; Jozefowicz, Zaremba and
 * Sutskever, "An empirical exploration of recurrent network architectures", 2015, section 5.
 *
 * @param bias one number for all units, or one per unit, `[hidden]`
 * @throws Error where the network has no such gate, or the numbers are not one per unit
 * @example setGateBias(lstm, 'forget', 1) // σ(1) = 0.73
 */
export function setGateBias(
  network: Rnn | Lstm | Gru,
  gate: GateName,
  bias: number | readonly number[],
): void {
  const who = 'setGateBias';
  const H = network.hiddenSize;
  const block =
    network instanceof Lstm ? blocks.Lstm[gate] : network instanceof Gru ? blocks.Gru[gate] : undefined;
  if (block === undefined)
    throw new Error(`${who}: expected a network with the gate ${gate}, got ${kind(network)}`);
  const values = typeof bias === 'number' ? new Array<number>(H).fill(bias) : bias;
  if (values.length !== H || !values.every(Number.isFinite))
    throw new Error(
      `${who}: expected a finite number, or ${H} of them, one per unit, got ${JSON.stringify(bias)}`,
    );
  for (const { ahead, backwards } of network.layers)
    for (const { inputBias, hiddenBias } of [ahead, ...(backwards ? [backwards] : [])])
      tf.tidy(() => {
        const within = (variable: tf.Variable<tf.Rank.R1>, block_: tf.Tensor1D) => {
          const from = block * H;
          const [before, after] = [variable.slice(0, from), variable.slice(from + H)];
          variable.assign(tf.concat([before, block_, after]));
        };
        within(inputBias, tf.tensor1d([...values]));
        within(hiddenBias, tf.zeros<tf.Rank.R1>([H]));
      });
}

function kind(network: Rnn | Lstm | Gru): string {
  if (network instanceof Lstm) return 'an Lstm, which has input, forget and output';
  return network instanceof Gru ? 'a Gru, which has reset and update' : 'an Rnn, which has none';
}
