import { load } from './load';

interface Result {
  output: string;
  gaveUp?: string;
  signal?: string | null;
  code?: number | null;
}

const { reason } = load<{ reason: (result: Result) => string }>('reason.mjs');
const { expectSpace } = load<{ expectSpace: (what: string, bytes: number, left: number) => void }>(
  'space.mjs',
);
const { tally } = load<{ tally: (code: number, passed: number, failed: number) => object }>('tally.mjs');

test.each([
  ['no network', 'Error: getaddrinfo ENOTFOUND storage.example'],
  ['the server refused the download (403)', 'code: TAR_BAD_ARCHIVE'],
  ['there is no build for this system', 'Error: Unsupported system: cpu-linux-s390x'],
  ['the disk is full', 'npm error code ENOSPC\nnpm error getaddrinfo'],
  ['Python is there without its venv module', 'because ensurepip is not available.'],
  [
    'there is no network, or the package index here doesn’t have this version',
    'ERROR: No matching distribution found for plotly==9',
  ],
  ['the network is too slow or broke off', 'ReadTimeoutError: Read timed out.'],
])('%s', (plain, output) => {
  expect(reason({ output })).toBe(plain);
});

test('what is not known is quoted: the last line that tells of an error', () => {
  expect(reason({ output: 'one\ntwo: error: no member named x\nmake: leaving\n' })).toBe(
    'two: error: no member named x',
  );
  expect(reason({ output: '', code: 3 })).toBe('it ended with code 3 and said nothing');
});

test('a program that was given up, or that the processor refused, is said to be so', () => {
  expect(reason({ output: 'ENOTFOUND', gaveUp: 'no answer in 20 s' })).toBe('no answer in 20 s');
  expect(reason({ output: '', signal: 'SIGILL' })).toContain('this processor lacks instructions');
});

test('a step without room is refused before it begins', () => {
  expect(() => expectSpace('JupyterLab', 500e6, 20e6)).toThrow(
    'JupyterLab: expected 500 MB free on the disk, got 20 MB',
  );
  expect(() => expectSpace('JupyterLab', 500e6, 500e6)).not.toThrow();
});

test('a stage that failed without counting a failure counts as one', () => {
  expect(tally(0, 12, 0)).toEqual({ passed: 12, failed: 0 });
  expect(tally(1, 12, 3)).toEqual({ passed: 12, failed: 3 });
  expect(tally(1, 0, 0)).toEqual({ passed: 0, failed: 1 });
});
