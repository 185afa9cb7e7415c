import fc from 'fast-check';
import { huffmanCodes } from 'lineage';

const lengths = (counts: number[]) => huffmanCodes(counts).map(({ bits }) => bits.length);

test('the code of Huffman’s own kind: known counts, known lengths', () => {
  // Cormen, Leiserson, Rivest, Stein, "Introduction to algorithms", section 16.3: 224 thousand bits in all
  const counts = [45, 13, 12, 16, 9, 5];
  expect(lengths(counts)).toEqual([1, 3, 3, 3, 4, 4]);
  const bits = lengths(counts).reduce((sum, length, word) => sum + length * counts[word], 0);
  expect(bits).toBe(224);
});

test('no code begins another one, they fill the tree, and no tree is shorter than the entropy allows', () => {
  const counts = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 60 });
  fc.assert(
    fc.property(counts, (counts) => {
      const codes = huffmanCodes(counts);
      const texts = codes.map(({ bits }) => bits.join(''));
      texts.forEach((text, word) => {
        expect(texts.some((other, index) => index !== word && other.startsWith(text))).toBe(false);
      });
      // Kraft's sum is 1: no branch is left empty
      expect(codes.reduce((sum, { bits }) => sum + 2 ** -bits.length, 0)).toBeCloseTo(1, 9);
      for (const { nodes, bits } of codes) {
        expect(nodes).toHaveLength(bits.length);
        expect(nodes[0]).toBe(counts.length - 2); // the root
        expect(nodes.every((node) => node >= 0 && node < counts.length - 1)).toBe(true);
      }
      const all = counts.reduce((sum, count) => sum + count, 0);
      if (all === 0) return;
      const mean = codes.reduce((sum, { bits }, word) => sum + (bits.length * counts[word]) / all, 0);
      const entropy = counts.reduce((sum, n) => sum - (n > 0 ? (n / all) * Math.log2(n / all) : 0), 0);
      expect(mean).toBeGreaterThanOrEqual(entropy - 1e-9);
      expect(mean).toBeLessThan(Math.max(entropy + 1, 1 + 1e-9));
    }),
  );
});

test('less than two words, and counts that are none, are refused', () => {
  expect(() => huffmanCodes([3])).toThrow('huffmanCodes: expected at least two words, got 1');
  expect(() => huffmanCodes([3, -1])).toThrow('expected counts of at least 0, got -1 of word 1');
  expect(() => huffmanCodes([NaN, 1])).toThrow('got NaN of word 0');
});
