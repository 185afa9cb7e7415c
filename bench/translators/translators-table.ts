import type { Moment, TranslatorResults } from './result';

/** The lines of the bench's README.md between which the table stands. */
export const markers = ['<!-- translators: table -->', '<!-- translators: end -->'] as const;

/** Means with the least and the greatest, one row for each translator. */
export function translatorsTable({ date, machine, load, marks, pairs, results }: TranslatorResults): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const seeds = new Set(results.map(({ seed }) => seed));
  const columns = [
    ...['translator', 'numbers in it', `BLEU after ${marks.steps} steps`, 'seconds for them'],
    ...[`BLEU after ${marks.seconds} s`, 'steps in them', '你好 →'],
  ];
  const rows = [...new Set(results.map(({ translator }) => translator))].map((name) => {
    const own = results.filter(({ translator }) => translator === name);
    const over = (what: 'atSteps' | 'atTime', part: keyof Moment, digits: number) =>
      range(
        own.map((result) => result[what][part]),
        digits,
      );
    return line([
      name,
      `${own[0].parameters}`,
      over('atSteps', 'bleu', 1),
      over('atSteps', 'seconds', 0),
      over('atTime', 'bleu', 1),
      over('atTime', 'steps', 0),
      [...new Set(own.map(({ hello }) => hello))].join(', '),
    ]);
  });
  return [
    line(columns),
    line(columns.map((_, column) => (column === 0 || column === 6 ? '---' : '--:'))),
    ...rows,
    '',
    `Measured ${date.slice(0, 10)} by \`npm run bench -- --translators\` on ${machine.processor}, ${machine.cores} cores, ` +
      `${machine.system}; load before the run ${load.toFixed(1)}. Means of ${seeds.size} seeds, in brackets the least and ` +
      `the greatest. ${pairs.training} pairs of Tatoeba to learn from, ${pairs.test} held out (another split for each ` +
      'seed); greedy search; BLEU of words without full stops, one reference each. Time includes compiling.',
  ].join('\n');
}

function range(values: readonly number[], digits: number): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const [least, greatest] = [Math.min(...values), Math.max(...values)].map((value) => value.toFixed(digits));
  return `${mean.toFixed(digits)} (${least}–${greatest})`;
}
