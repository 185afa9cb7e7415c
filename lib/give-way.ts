/** The longest time without a turn of the event loop, on which output and the stop button depend. */
const longestWork = 25; // ms

/**
 * For a loop that computes for long: call what it returns at every turn. It lets others have theirs where that is due,
 * and ends the loop where the reader pressed stop.
 *
 * @throws the signal's reason when stopped
 */
export function giveWay(): () => Promise<void> {
  let turned = performance.now();
  return async () => {
    if (performance.now() - turned >= longestWork) {
      await new Promise(setImmediate);
      turned = performance.now();
    }
    const signal = globalThis.kernel?.signal;
    if (signal?.aborted) throw signal.reason;
  };
}
