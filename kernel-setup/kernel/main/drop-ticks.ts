/** Node's own way to run the callbacks of `process.nextTick` that wait. */
interface Ticks {
  _tickCallback(): void;
}

/**
 * Runs the callbacks that wait for the next tick without letting them ask for another one. After a halt one that
 * always asks again would keep the event loop from turning for good.
 */
export function dropTicks(): void {
  const { nextTick } = process;
  process.nextTick = () => undefined;
  try {
    (process as unknown as Ticks)._tickCallback();
  } finally {
    process.nextTick = nextTick;
  }
}
