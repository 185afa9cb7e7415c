import type { Rng } from '../../rng';
import { Gru } from './gru';
import { Lstm } from './lstm';
import type { Rnn } from './rnn';
import { setGateBias } from './set-gate-bias';

/** How long a network is to remember from its start on. */
export interface ChronoRange {
  /** In steps; 1 by default. */
  readonly shortest?: number;
  /** In steps: the longest lag that is expected, the paper's T_max − 1. */
  readonly longest: number;
}

/**
 * Lets each unit start with a memory of its own length, from `shortest` to `longest` steps, evenly: a gate that keeps
 * the share t/(1 + t) of a memory at each step forgets it in about t steps.
 *
 * An {@link Lstm} gets it at its forget gate, and the opposite at its input gate; a {@link Gru} at its update gate,
 * which here, as in PyTorch, is the share that stays.
 *
 * Tallec and Ollivier, "Can recurrent neural networks warp time?", 2018, "Time warpings and gate initialization".
 *
 * @throws Error on a network without gates, and on a range that begins below 1 or ends before it begins
 * @example chronoBias(lstm, { longest: 80 }, rng)
 */
export function chronoBias(
  network: Rnn | Lstm | Gru,
  { shortest = 1, longest }: ChronoRange,
  rng: Rng,
): void {
  const who = 'chronoBias';
  if (!(shortest >= 1 && longest >= shortest && longest < Infinity))
    throw new Error(
      `${who}: expected a range of steps that begins at 1 or later and doesn't end before it begins, ` +
        `got ${shortest} … ${longest}`,
    );
  if (!(network instanceof Lstm || network instanceof Gru))
    throw new Error(`${who}: expected an Lstm or a Gru, got an Rnn, which has no gate to keep a memory with`);
  // b = ln t, t ~ U(shortest, longest): σ(ln t) = t/(1 + t)
  const bias = Array.from({ length: network.hiddenSize }, () => Math.log(rng.uniform(shortest, longest)));
  if (network instanceof Gru) setGateBias(network, 'update', bias);
  else {
    setGateBias(network, 'forget', bias);
    // b_i = −b_f: what stays and what enters add up to 1
    setGateBias(
      network,
      'input',
      bias.map((b) => -b),
    );
  }
}
