import readline from 'node:readline';
import { ready } from 'lineage';
import { answer } from './answer';

/** Our side as a process: a line of JSON in, a line of JSON out, until the input ends. */
async function serve(): Promise<void> {
  await ready();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { id, ...request } = JSON.parse(line);
    const reply = await answer(request).catch((cause: Error) => ({ error: cause.stack ?? cause.message }));
    process.stdout.write(`${JSON.stringify({ id, ...reply })}\n`);
  }
}

serve();
