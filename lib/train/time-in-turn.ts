import { expectSize } from '../expect/expect-size';
import { giveWay } from '../give-way';

/** How often {@link timeInTurn} measures. */
export interface TimeInTurnOptions {
  /** How often each piece of work is timed. */
  readonly rounds: number;
  /** How often each is done before, untimed, so that what happens only once is over; 3 by default. */
  readonly warmUp?: number;
  /** Called after each round with the number of those done. */
  readonly onRound?: (done: number) => void;
}

/**
 * How long several pieces of work take, compared fairly: each is done once in every round, so that whatever else the
 * machine is doing slows all of them, and their ratios stand. Compare medians.
 *
 * @param works each must have finished when it returns: read a result back, as a step of `trainStep` does
 * @returns milliseconds, `[works][rounds]`
 * @throws the signal's reason when stopped
 * @example const [short, long] = await timeInTurn([() => step(batch8, rng), () => step(batch64, rng)], { rounds: 9 });
 */
export async function timeInTurn(
  works: readonly (() => void)[],
  { rounds, warmUp = 3, onRound }: TimeInTurnOptions,
): Promise<number[][]> {
  if (works.length === 0) throw new Error('timeInTurn: expected at least one piece of work, got none');
  expectSize('timeInTurn', 'rounds', rounds);
  expectSize('timeInTurn', 'rounds of warming up', warmUp, 0);
  const turn = giveWay();
  const milliseconds: number[][] = works.map(() => []);
  for (let round = -warmUp; round < rounds; round++) {
    for (const [index, work] of works.entries()) {
      await turn();
      const begun = performance.now();
      work();
      const took = performance.now() - begun;
      if (round >= 0) milliseconds[index].push(took);
    }
    if (round >= 0) onRound?.(round + 1);
  }
  return milliseconds;
}
