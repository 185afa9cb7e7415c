import { busySeconds } from './busy-seconds';
import { LossesDiffer } from './losses-differ';
import { flops } from './products/flops';
import type { RawRun } from './raw-run';
import type { RowResult } from './results';
import type { Contender, Row } from './row';
import type { Session } from './session';
import { timing } from './timing';

/** How losses may differ, relative: 32-bit sums taken in another order. */
const allowed = 1e-4;

/** How many batches the sides go round. */
const batches = 20;

/** How long and how often a row is measured. */
export interface Effort {
  readonly rounds: number;
  readonly secondsPerRound: number;
  /** Steps whose losses are compared. */
  readonly comparedSteps: number;
}

/**
 * Does a row's work by all contenders in turns: each begins from the same weights, the losses of the first steps are
 * compared, then rounds of time slices go from one to the next, so that noise hits all.
 *
 * @param say told what goes on
 * @throws LossesDiffer where a contender didn't compute the same
 */
export async function measureRow(
  { name, title, work, config, products, goal, step, note, contenders }: Row,
  { ours, torch, modules, folder }: Session,
  { rounds, secondsPerRound, comparedSteps }: Effort,
  say: (what: string) => void,
): Promise<RowResult> {
  const present = contenders.filter(
    ({ side, needs }) => (side === 'ours' || torch) && (!needs || modules.includes(needs)),
  );
  const process = ({ side }: Contender) => (side === 'ours' ? ours : torch!);
  const data = await ours.ask<string>({ do: 'write', work, config, count: batches, folder });
  const raw = new Map<string, RawRun & { rounds: number[][] }>();
  const missing: Record<string, string> = {};
  for (const contender of present) {
    const { label, variant, same } = contender;
    say(`${label}: first steps`);
    const steps = same ? comparedSteps : 0;
    try {
      const { losses, seconds } = await process(contender).ask<{ losses: number[]; seconds: number }>({
        ...{ do: 'start', key: label, work, variant, config, folder, steps },
      });
      raw.set(label, { losses, firstSeconds: seconds, rounds: [] });
    } catch (cause) {
      // torch.compile needs a C++ compiler, which not every machine has.
      if (variant !== 'compile') throw cause;
      missing[label] = (cause as Error).message.trim().split('\n').pop()!;
    }
  }
  const running = present.filter(({ label }) => raw.has(label));
  let otherSeconds = 0;
  let seconds = 0;
  for (let round = 0; round < rounds; round++)
    for (const contender of round % 2 === 0 ? running : [...running].reverse()) {
      say(`${contender.label}: round ${round + 1} of ${rounds}`);
      const busy = busySeconds();
      const begun = performance.now();
      const slice = await process(contender).ask<{ milliseconds: number[]; cpuSeconds: number }>({
        ...{ do: 'time', key: contender.label, seconds: secondsPerRound },
      });
      seconds += (performance.now() - begun) / 1000;
      otherSeconds += busySeconds() - busy - slice.cpuSeconds;
      raw.get(contender.label)!.rounds.push(slice.milliseconds);
    }
  for (const contender of running) await process(contender).ask({ do: 'end', key: contender.label });
  const reference = (raw.get('torch eager') ?? [...raw.values()][0]).losses;
  const times = Object.fromEntries(
    running.map(({ label, same }) => [label, timing(raw.get(label)!, same ? reference : undefined)]),
  );
  for (const [label, { difference = 0 }] of Object.entries(times))
    if (difference > allowed) throw new LossesDiffer(name, label, difference, allowed);
  return {
    ...{ name, title, step, config, goal, note, data, flops: flops(products) },
    ...{ losses: [reference[0], reference[reference.length - 1]], times, missing },
    otherWork: Math.max(0, otherSeconds / seconds),
  };
}
