const advice = 'a cell can’t end the kernel. Throw an error to end the cell; Kernel > Restart ends the rest.';

/** A cell asked for the end of the process that all cells share. */
export class NoExitError extends Error {
  override readonly name = 'NoExitError';
}

/**
 * From now on `process.exit` and its kin throw: they would take every variable with them, without a word.
 * `process.exitCode` may be set, and means nothing here.
 *
 * @returns Node's own `process.exit`, for the kernel
 */
export function refuseExit(): (code: number) => never {
  const { exit, kill } = process;
  const refused = (name: string) => () => {
    throw new NoExitError(`${name}: ${advice}`);
  };
  process.exit = refused('process.exit') as typeof process.exit;
  process.abort = refused('process.abort') as typeof process.abort;
  process.kill = (pid, signal) => {
    // Signal 0 only asks whether the process is there.
    if (pid === process.pid && signal !== 0) refused('process.kill')();
    return kill.call(process, pid, signal);
  };
  return exit.bind(process);
}
