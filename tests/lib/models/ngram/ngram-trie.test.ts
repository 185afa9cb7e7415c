import fc from 'fast-check';
import { NgramTrie } from '../../../../lib/models/ngram/ngram-trie';

test('finds every path that was grown, each under one number, and no other', () => {
  const path = fc.array(fc.nat(5), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.array(path, { maxLength: 60 }), path, (paths, other) => {
      const trie = new NgramTrie();
      const numbers = new Map<string, number>();
      for (const tokens of paths) {
        let node = 0;
        tokens.forEach((token, index) => {
          node = trie.grow(node, token);
          const name = tokens.slice(0, index + 1).join();
          expect(numbers.get(name) ?? node).toBe(node);
          numbers.set(name, node);
        });
      }
      expect(trie.size).toBe(numbers.size + 1);
      expect(new Set(numbers.values()).size).toBe(numbers.size);
      let found = 0;
      for (const token of other) found = found < 0 ? -1 : trie.child(found, token);
      expect(found).toBe(numbers.get(other.join()) ?? -1);
    }),
  );
});

test('keeps its numbers while it grows over its room', () => {
  const trie = new NgramTrie();
  const nodes = Array.from({ length: 5000 }, (_, token) => {
    const node = trie.grow(token % 7, token);
    trie.count[node] = token;
    return node;
  });
  nodes.forEach((node, token) => {
    expect(trie.child(token % 7, token)).toBe(node);
    expect(trie.count[node]).toBe(token);
  });
});

test('lists the tokens that were seen after a node, without those that only lead on', () => {
  const trie = new NgramTrie();
  for (const token of [4, 2, 9]) trie.count[trie.grow(0, token)]++;
  trie.grow(0, 5);
  expect(trie.followers(0).sort()).toEqual([2, 4, 9]);
  expect(trie.followers(trie.child(0, 4))).toEqual([]);
});
