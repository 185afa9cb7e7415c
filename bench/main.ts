import { plainTable } from '../lib/display/plain-table';
import { chart } from './chart';
import { findTorch } from './find-torch';
import { growthChart } from './growth-chart';
import { growthRows } from './growth-rows';
import { isWhole } from './is-whole';
import { makeVenv } from './make-venv';
import { markdownReport } from './markdown-report';
import { type Options, readOptions, usage } from './options';
import { ProgressLine } from './progress-line';
import { rows } from './rows';
import { runRows } from './run-rows';
import { Session } from './session';
import { store, storeReport, storeTranslators } from './store';
import { columns, table } from './table';
import { compareTranslators } from './translators/compare-translators';
import { translatorsTable } from './translators/translators-table';

const signals = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
const line = new ProgressLine(process.stdout);
let session: Session | undefined;

for (const [signal, code] of Object.entries(signals))
  process.on(signal, () => {
    line.print(`stopped by ${signal}; nothing was stored`);
    process.exit(code);
  });
process.on('exit', () => session?.end());
// Whoever read the table is gone, such as `head`.
process.stdout.on('error', () => process.exit(1));

main();

async function main(): Promise<void> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), rows);
  } catch (cause) {
    process.stderr.write(`${(cause as Error).message}\n\n${usage}\n`);
    process.exit(2);
  }
  try {
    process.exitCode = await run(options);
  } catch (cause) {
    line.print(`✗ ${(cause as Error).message}`);
    process.exitCode = 1;
  } finally {
    session?.end();
  }
}

async function run(options: Options): Promise<number> {
  if (options.task === 'make-venv') {
    makeVenv((what) => line.print(`• ${what}`));
    line.print('✓ .native/torch is there; `npm run bench` uses it');
    return 0;
  }
  if (options.task === 'translators') {
    const plan = options.keep
      ? { seeds: [1, 2, 3], marks: { steps: 1000, seconds: 60 } }
      : { seeds: [1], marks: { steps: 20, seconds: 2 } };
    const compared = await compareTranslators(plan.seeds, plan.marks, line);
    line.print(`\n${translatorsTable(compared)}\n`);
    if (!options.keep) return 0;
    storeTranslators(compared);
    line.print('✓ stored: bench/translators.json, the table in bench/README.md');
    return 0;
  }
  const found = findTorch(options.python);
  if (!found.python) line.print(`PyTorch is not there, only our sides are measured: ${found.why}`);
  session = new Session(options.threads, found.python);
  await session.greet();
  const growth = options.task === 'growth';
  const measured = growth ? growthRows() : options.rows;
  const { results, sound } = await runRows({ ...options, rows: measured }, session, line);
  const cells = table(results);
  line.print(`\n${plainTable({ columns, cells, numeric: columns.map((_, column) => column > 0) })}\n`);
  if (!sound) return 1;
  if (!options.keep || !isWhole(measured, results)) {
    line.print('Not stored: that takes a run of all rows with PyTorch, without --quick.');
  } else if (growth) {
    await store('growth', results, growthChart(results));
    line.print('✓ stored: bench/growth.json, bench/growth.png');
  } else {
    await store('results', results, chart(results));
    storeReport(markdownReport(results));
    line.print('✓ stored: bench/results.json, bench/results.png, the table in README.md');
  }
  return 0;
}
