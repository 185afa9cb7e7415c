import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { replaceBetween } from '../../bench/replace-between';
import { contenders } from '../../bench/translators/contenders';
import type { TranslatorResults } from '../../bench/translators/result';
import { markers, translatorsTable } from '../../bench/translators/translators-table';
import { root } from '../../lib/root';

const page = readFileSync(path.join(root(), 'bench/README.md'), 'utf8');
const file = path.join(root(), 'bench/translators.json');

const moment = (bleu: number, steps = 10, seconds = 2) => ({ steps, seconds, bleu });
const sample: TranslatorResults = {
  date: '2026-01-02T03:04:05.678Z',
  machine: { processor: 'A processor', cores: 2, memoryGB: 8, system: 'linux x64' },
  load: 0.25,
  marks: { steps: 10, seconds: 2 },
  pairs: { training: 90, test: 10 },
  results: [
    { translator: 'A', seed: 1, parameters: 5, atSteps: moment(20), atTime: moment(30, 15), hello: 'hello' },
    { translator: 'A', seed: 2, parameters: 5, atSteps: moment(22), atTime: moment(31, 16), hello: 'hi' },
    { translator: 'B', seed: 1, parameters: 7, atSteps: moment(25), atTime: moment(24, 9), hello: 'hello' },
  ],
};

test('translatorsTable() gives means and ranges over the seeds, and what was measured on', () => {
  const [head, , a, b, , note] = translatorsTable(sample).split('\n');
  expect(head).toContain('| BLEU after 10 steps | seconds for them | BLEU after 2 s | steps in them |');
  expect(a).toBe('| A | 5 | 21.0 (20.0–22.0) | 2 (2–2) | 30.5 (30.0–31.0) | 16 (15–16) | hello, hi |');
  expect(b).toBe('| B | 7 | 25.0 (25.0–25.0) | 2 (2–2) | 24.0 (24.0–24.0) | 9 (9–9) | hello |');
  expect(note).toContain('Measured 2026-01-02 by `npm run bench -- --translators` on A processor, 2 cores');
  expect(note).toContain('Means of 2 seeds');
  expect(note).toContain('90 pairs of Tatoeba to learn from, 10 held out');
});

test('the page shows the stored run, or says that there is none', () => {
  const stored = existsSync(file)
    ? translatorsTable(JSON.parse(readFileSync(file, 'utf8')) as TranslatorResults)
    : 'No run has been stored yet.';
  expect(replaceBetween(page, stored, markers)).toBe(page);
});

if (existsSync(file))
  test('the stored run has every translator at three seeds, each past both marks', () => {
    const { marks, results } = JSON.parse(readFileSync(file, 'utf8')) as TranslatorResults;
    for (const name of Object.keys(contenders)) {
      const own = results.filter(({ translator }) => translator === name);
      expect(new Set(own.map(({ seed }) => seed)).size).toBe(3);
      for (const { atSteps, atTime } of own) {
        expect(atSteps.steps).toBe(marks.steps);
        expect(atTime.seconds).toBeGreaterThanOrEqual(marks.seconds);
      }
    }
  });
