import path from 'node:path';
import { readOptions } from './options';

const read = (...argv: string[]) => readOptions(argv, path.resolve('/clone'));

test('readOptions() reads a command, its notebooks and options', () => {
  expect(
    read('check', '06', '--backend', 'wasm', '--size=smoke', '-p', 'steps=50', '-p', 'text=a=b'),
  ).toMatchObject({
    command: 'check',
    selectors: ['06'],
    backend: 'wasm',
    size: 'smoke',
    jobs: 1,
    times: 1,
    parameters: { steps: '50', text: 'a=b' },
    kernel: [process.execPath, path.resolve('/clone/dist/kernel/main.js'), '{connection_file}'],
  });
});

test.each([
  [[], 'command: expected check, write, run, got nothing'],
  [['test'], 'got test'],
  [['check', '--size', 'huge'], '--size: expected smoke, quick, full, got huge'],
  [['check', '--backend', 'gpu'], '--backend: expected native, wasm, cpu, got gpu'],
  [['check', '--jobs', '0'], '--jobs: expected an integer from 1'],
  [['check', '--times', '0'], '--times: expected an integer of at least 1, got 0'],
  [['write', '--times', '2'], 'write: stores what one run shows; expected no --times, got 2'],
  [['check', '-p', 'steps'], '-p: expected name=value, got steps'],
  [['check', '--fast'], '--fast'],
  [['run'], 'run: expected the number or path of a notebook'],
  [['write', '--size', 'full'], 'write: stores what a notebook itself says'],
  [['check', '--kernel', '[]'], '--kernel: expected a JSON list of texts'],
  [['check', '--kernel', 'node x'], '--kernel'],
])('readOptions() refuses %j', (argv, message) => {
  expect(() => read(...argv)).toThrow(message);
});
