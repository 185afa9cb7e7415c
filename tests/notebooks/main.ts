import { root } from '../../lib/root';
import { KernelSession } from './kernel-session';
import { type Options, readOptions, usage } from './options';
import { runAll } from './run-all';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

for (const [signal, code] of Object.entries(signals))
  process.on(signal, () => {
    process.stderr.write(`\nstopped by ${signal}; nothing was left half-written\n`);
    process.exit(code);
  });
process.on('exit', () => KernelSession.killAll());
// Whoever read the report is gone, such as `head`.
process.stdout.on('error', () => process.exit(1));

main();

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), root());
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n\n${usage}\n`);
    process.exit(2);
  }
  try {
    const outcomes = await runAll(options, process.stdout);
    process.exitCode = outcomes.every(({ failures }) => failures.length === 0) ? 0 : 1;
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n`);
    process.exitCode = 1;
  }
}
