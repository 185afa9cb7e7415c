import { brownCorpus, words } from 'lineage';

test('brownCorpus() is a million words without their classes, one sentence a line', async () => {
  const { text, provenance } = await brownCorpus();
  const lines = text.split('\n');
  expect(lines[1]).toMatch(
    /^The jury further said in term-end presentments that the City Executive Committee ,/,
  );
  expect(lines.length).toBeGreaterThan(50_000);
  expect(text).not.toMatch(/\/(?:at|nn|vbd)\b/);
  const { length } = words(text);
  expect(length).toBeGreaterThan(1e6);
  expect(length).toBeLessThan(1.1e6);
  expect(provenance.kind).toBe('npm');
});
