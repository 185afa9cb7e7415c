import { show } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();

test('columns are aligned, numbers at the right with four digits, Chinese counted as two columns', () => {
  show.table(
    [
      { optimiser: 'SGD', rate: 0.1, accuracy: 0.975141, done: true },
      { optimiser: '你好', rate: 1e-7, accuracy: 60000, done: false },
    ],
    { caption: 'Two optimisers' },
  );
  expect(shown[0].bundle['text/plain']).toBe(
    [
      'Two optimisers',
      'optimiser  rate  accuracy  done',
      '---------  ----  --------  ----',
      'SGD         0.1    0.9751  yes',
      '你好       1e-7     60000  no',
    ].join('\n'),
  );
  expect(shown[0].metadata.lineage.kind).toBe('table');
});

test('the HTML takes its colours from the page and escapes what it is given', () => {
  show.table([{ '<x>': 'a & b', n: 2 }], { digits: 2 });
  const html = shown[0].bundle['text/html'] as string;
  expect(html).toContain('&lt;x&gt;');
  expect(html).toContain('a &amp; b');
  expect(html).not.toMatch(/color|<style/);
});

test('no rows, and rows of different fields, are refused', () => {
  expect(() => show.table([])).toThrow('show.table: expected at least one row, got none');
  expect(() => show.table([{ a: 1 }, { b: 1 }])).toThrow('show.table: row 1: expected the fields a, got b');
});
