import { setTimeout as wait } from 'node:timers/promises';
import { trace } from './answer';
import type { Answer, Client } from './client';

/** A cell that was stopped: its answer, its trace without colours, and the ms from the first press to its end. */
export interface Stopped {
  readonly answer: Answer;
  readonly trace: string;
  readonly took: number;
}

/**
 * Runs a cell that prints `begun`, presses stop then, and waits until it has ended in a KeyboardInterrupt.
 *
 * @param again presses a second time, so many ms after the first
 * @param runs how long, in ms, the cell runs before the first press
 */
export async function pressStop(kernel: Client, code: string, again?: number, runs = 0): Promise<Stopped> {
  const begun = kernel.broadcast('stream');
  const running = kernel.execute(`console.log('begun');\n${code}`);
  const early = await Promise.race([begun.then(() => undefined), running]);
  if (early) throw new Error(`expected a cell that runs on, got ${JSON.stringify(early.reply)}`);
  if (runs > 0) await wait(runs);
  const pressed = performance.now();
  const { reply } = await kernel.request('interrupt_request', {}, 'control');
  expect(reply).toEqual({ status: 'ok' });
  if (again !== undefined) {
    await wait(again);
    await kernel.request('interrupt_request', {}, 'control');
  }
  const answer = await running;
  const took = performance.now() - pressed;
  expect([answer.reply.ename, answer.reply.evalue].join()).toMatch(
    /^KeyboardInterrupt,stopped by the reader/,
  );
  return { answer, trace: trace(answer), took };
}
