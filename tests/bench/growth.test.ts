import { growthChart } from '../../bench/growth-chart';
import { base, growing, growthRows } from '../../bench/growth-rows';
import { chartPicture } from '../../lib/display/chart-picture';
import { sampleResults } from './sample-results';

test('growthRows() change one size of the base at a time, to each of the values', () => {
  const rows = growthRows();
  expect(rows).toHaveLength(1 + 3 * 3);
  for (const [part, values] of Object.entries(growing))
    for (const value of values)
      expect(rows.filter(({ config }) => config[part] === value && differs(config) <= 1)).not.toHaveLength(0);
});

test('growthChart() draws the base in each of its three panels', async () => {
  const [{ times, ...rest }] = sampleResults.rows;
  const rows = growthRows().map(({ name, config }) => ({ ...rest, name, config, times }));
  const { bundle } = await chartPicture('bench', growthChart({ rows }), '');
  const { hconcat } = bundle['application/vnd.vegalite.v5+json'] as {
    hconcat: { data: { values: { size: number }[] } }[];
  };
  const sizes = hconcat.map(({ data }) =>
    [...new Set(data.values.map(({ size }) => size))].sort((a, b) => a - b),
  );
  expect(sizes).toEqual(Object.values(growing));
});

function differs(config: Readonly<Record<string, number>>): number {
  return Object.entries(base).filter(([part, value]) => config[part] !== value).length;
}
