import { readOptions } from '../../bench/options';
import { rows } from '../../bench/rows';

const read = (...argv: string[]) => readOptions(argv, rows);

test('readOptions() measures all rows and keeps them, if nothing is said', () => {
  expect(read()).toMatchObject({
    task: 'rows',
    rows,
    rounds: 5,
    secondsPerRound: 1,
    comparedSteps: 20,
    keep: true,
  });
});

test('readOptions() reads rows by name or by the first part of it, and keeps no part of a run', () => {
  const { rows: chosen, keep } = read(
    '--rows',
    'gpt-small,mlp',
    '--rounds=7',
    '--seconds',
    '0.5',
    '--threads',
    '1',
  );
  expect(chosen.map(({ name }) => name)).toEqual(['mlp-64', 'mlp-512', 'gpt-small']);
  expect(keep).toBe(false);
  expect(read('--quick')).toMatchObject({ rounds: 3, secondsPerRound: 0.3, keep: false });
  expect(read('--growth')).toMatchObject({ task: 'growth', rounds: 3, secondsPerRound: 1, keep: true });
  expect(read('--make-venv')).toMatchObject({ task: 'make-venv' });
  expect(read('--translators')).toMatchObject({ task: 'translators', keep: true });
  expect(read('--translators', '--quick')).toMatchObject({ task: 'translators', keep: false });
});

test.each([
  [['--rows', 'mlp,lenet'], '--rows: expected some of mlp-64, mlp-512'],
  [['--rows', 'mlp,lenet'], 'got lenet'],
  [['--rounds', '0'], '--rounds: expected a number above 0, got 0'],
  [['--rounds', '1.5'], '--rounds: expected a whole number, got 1.5'],
  [['--seconds', 'long'], '--seconds: expected a number above 0, got long'],
  [['--growth', '--rows', 'mlp'], '--growth: expected no --rows'],
  [['--translators', '--growth'], '--translators: expected no --growth'],
  [['--translators', '--seconds', '3'], '--translators: expected no --seconds'],
  [['--fast'], '--fast'],
  [['mlp'], 'mlp'],
])('readOptions() refuses %j', (argv, message) => {
  expect(() => read(...argv)).toThrow(message);
});

test('rows have names of their own, and goals', () => {
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  for (const { goal } of rows) expect(goal).toBeGreaterThan(0);
});
