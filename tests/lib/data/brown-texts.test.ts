import { words } from 'lineage';
import { brownTexts } from '../../../lib/data/brown-texts';

test('brownTexts() is a million words as printed, without their classes', async () => {
  const { texts, provenance } = await brownTexts();
  expect(texts).toHaveLength(500);
  const lines = texts.flatMap(({ sentences }) => sentences.map((sentence) => sentence.join(' ')));
  const text = lines.join('\n');
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
