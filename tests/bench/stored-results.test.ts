import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isWhole } from '../../bench/is-whole';
import { markdownReport } from '../../bench/markdown-report';
import { replaceBetween } from '../../bench/replace-between';
import type { Results } from '../../bench/results';
import { rows } from '../../bench/rows';
import { root } from '../../lib/root';

const text = (file: string) => readFileSync(path.join(root(), file), 'utf8');
const notYet = 'No run has been stored yet.';

// One of the two holds: results and page belong together.
if (existsSync(path.join(root(), 'bench/results.json'))) {
  const results = JSON.parse(text('bench/results.json')) as Results;

  test('results.json has each row with times, quartiles around the median, turns, and losses that agree', () => {
    expect(Number.isNaN(Date.parse(results.date))).toBe(false);
    expect(results.machine).toEqual({
      processor: expect.any(String),
      cores: expect.any(Number),
      memoryGB: expect.any(Number),
      system: expect.any(String),
    });
    for (const name of ['node', 'TensorFlow', 'tfjs', 'Python', 'PyTorch'])
      expect(results.versions[name]).toMatch(/^\d+\./);
    expect(Object.keys(results.peak)).toEqual(['TensorFlow', 'PyTorch']);
    for (const { name, flops, times } of results.rows)
      for (const [label, { median, quartiles, rounds, compileSeconds, difference }] of Object.entries(
        times,
      )) {
        expect([name, label, quartiles[0] <= median && median <= quartiles[1]]).toEqual([name, label, true]);
        expect(rounds).toHaveLength(results.rounds);
        expect(flops * compileSeconds).toBeGreaterThanOrEqual(0);
        if (label !== 'gensim') expect(difference).toBeLessThanOrEqual(1e-4);
      }
  });

  test('results.json has all the rows that there are, and names no folder of its machine', () => {
    expect(isWhole(rows, results)).toBe(true);
    expect(JSON.stringify(results)).not.toMatch(/\/(home|tmp|root|Users|work)\b|\\\\/);
  });

  test('README.md shows the table of results.json', () => {
    const page = text('README.md');
    expect(replaceBetween(page, markdownReport(results))).toBe(page);
  });
} else {
  test('README.md says that no results are stored', () => {
    const page = text('README.md');
    expect(replaceBetween(page, notYet)).toBe(page);
  });
}
