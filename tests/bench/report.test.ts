import { readFileSync } from 'node:fs';
import path from 'node:path';
import { chart } from '../../bench/chart';
import { isWhole } from '../../bench/is-whole';
import { markdownReport } from '../../bench/markdown-report';
import { markers, replaceBetween } from '../../bench/replace-between';
import { rows } from '../../bench/rows';
import { table } from '../../bench/table';
import { chartPicture } from '../../lib/display/chart-picture';
import { root } from '../../lib/root';
import { sampleResults } from './sample-results';

test('table() shows times or tokens per second, the ratio to the best of torch, and a dash for what is missing', () => {
  expect(table(sampleResults)).toEqual([
    ['MLP', '4.00 ms', '0.400 ms', '0.800 ms', '1.00 ms', '0.50', '≤ 0.50', '0.3 / 12.0', '25 % / 13 %'],
    [
      ...['GPT writes', '100 tokens/s', '2000 tokens/s', '1000 tokens/s', '–', '0.50', '≤ 0.40'],
      ...['1.0 / –', '1 % / 1 %'],
    ],
  ]);
});

test('isWhole() wants every row by all its contenders, but for those that need a package', () => {
  const [mlp] = rows;
  const whole = { rows: sampleResults.rows.slice(0, 1) };
  expect(isWhole([mlp], whole)).toBe(true);
  expect(isWhole(rows, whole)).toBe(false);
  const more = { side: 'torch', variant: 'other', label: 'another', same: false } as const;
  expect(isWhole([{ ...mlp, contenders: [...mlp.contenders, more] }], whole)).toBe(false);
  expect(isWhole([{ ...mlp, contenders: [...mlp.contenders, { ...more, needs: 'a package' }] }], whole)).toBe(
    true,
  );
});

test('markdownReport() says on what, when, with how much noise, and what could not be measured', () => {
  const report = markdownReport(sampleResults);
  expect(report.split('\n')[2]).toMatch(/^\| MLP \| 4\.00 ms \|/);
  expect(report).toContain(
    'Measured 2026-01-02 by `npm run bench` on A processor, 2 cores, linux x64, 2 threads',
  );
  expect(report).toContain('node 20.0.0, TensorFlow 2.1, tfjs 4.2, Python 3.1, PyTorch 2.3');
  expect(report).toContain('TensorFlow 150, PyTorch 200 GFLOP/s');
  expect(report).toContain('Load before the run 0.3; other programs took up to 0.1 cores');
  expect(report).toContain('GPT writes: torch.compile not measured (no compiler).');
});

test('replaceBetween() replaces what stands between the markers, twice the same, and nothing else', () => {
  const page = `before\n${markers[0]}\nold\n${markers[1]}\nafter\n`;
  const renewed = `before\n${markers[0]}\n\nnew $& table\n\n${markers[1]}\nafter\n`;
  expect(replaceBetween(page, 'new $& table')).toBe(renewed);
  expect(replaceBetween(renewed, 'new $& table')).toBe(renewed);
  expect(() => replaceBetween('no marker', '')).toThrow(`expected one line ${markers[0]}, got 0`);
  expect(() => replaceBetween(page + page, '')).toThrow(`expected one line ${markers[0]}, got 2`);
  expect(() => replaceBetween(`${markers[1]} ${markers[0]}`, '')).toThrow(`expected ${markers[0]} before`);
});

test('README.md has the markers', () => {
  expect(() => replaceBetween(readFileSync(path.join(root(), 'README.md'), 'utf8'), '')).not.toThrow();
});

test('chart() draws a point for each time and says how far ahead we are', async () => {
  const { bundle } = await chartPicture('bench', chart(sampleResults), '');
  const drawn = JSON.stringify(bundle['application/vnd.vegalite.v5+json']);
  expect(drawn.match(/"ms"/g)!.length).toBeGreaterThanOrEqual(7);
  expect(drawn).toContain('2.00 × quicker');
});
