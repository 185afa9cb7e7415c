import os from 'node:os';

/** Processor seconds that all cores of the machine have worked since it started, whoever for. */
export function busySeconds(): number {
  const times = os.cpus().map(({ times: { user, nice, sys, irq } }) => user + nice + sys + irq);
  return times.reduce((sum, time) => sum + time, 0) / 1000;
}
