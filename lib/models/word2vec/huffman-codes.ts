/** Where a word hangs in a {@link huffmanCodes} tree: the way down to it from the root. */
export interface HuffmanCode {
  /** The inner nodes on the way, the root first, int32 `[steps]`; numbered 0 … words − 2, the root is the last. */
  readonly nodes: Int32Array;
  /** Which way it goes at each of them, 0 or 1, `[steps]`. */
  readonly bits: Uint8Array;
}

/**
 * A binary tree whose leaves are the words, frequent ones near the root: of all such trees, the one with the shortest
 * way to a word of the corpus on average.
 *
 * The two rarest nodes are joined again and again, until one is left: the root.
 *
 * Source: Huffman, "A method for the construction of minimum-redundancy codes", 1952.
 *
 * @param counts how often each word occurs; at least two words, which may have a count of 0
 * @returns the way to each word, `[words]`
 */
export function huffmanCodes(counts: ArrayLike<number>): HuffmanCode[] {
  const words = counts.length;
  if (words < 2) throw new Error(`huffmanCodes: expected at least two words, got ${words}`);
  const count = new Float64Array(2 * words - 1);
  for (let word = 0; word < words; word++) {
    if (!(counts[word] >= 0 && counts[word] < Infinity))
      throw new Error(`huffmanCodes: expected counts of at least 0, got ${counts[word]} of word ${word}`);
    count[word] = counts[word];
  }
  // Leaves from the rarest on, and joined nodes in the order made: both lists ascend, so the rarest is in front.
  const leaves = [...count.subarray(0, words).keys()].sort((a, b) => count[a] - count[b]);
  const parent = new Int32Array(2 * words - 1);
  const bit = new Uint8Array(2 * words - 1);
  let [leaf, joined] = [0, words];
  for (let node = words; node < 2 * words - 1; node++) {
    const rarest = () =>
      leaf < words && (joined === node || count[leaves[leaf]] <= count[joined]) ? leaves[leaf++] : joined++;
    const [first, second] = [rarest(), rarest()];
    count[node] = count[first] + count[second];
    parent[first] = node;
    parent[second] = node;
    bit[second] = 1;
  }
  const root = 2 * words - 2;
  return Array.from({ length: words }, (_, word) => {
    const nodes: number[] = [];
    const bits: number[] = [];
    for (let node = word; node !== root; node = parent[node]) {
      nodes.unshift(parent[node] - words);
      bits.unshift(bit[node]);
    }
    return { nodes: Int32Array.from(nodes), bits: Uint8Array.from(bits) };
  });
}
