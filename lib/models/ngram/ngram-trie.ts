const startingRoom = 1024;

/**
 * Every n-gram that was seen as a path from the root: one node per n-gram, the root is the empty one. Its numbers stand
 * in typed arrays, so that millions of n-grams are counted in seconds.
 *
 * A node's child is found in a hash table with open addressing: Knuth, "The art of computer programming", volume 3,
 * 1973, section 6.4, algorithm L.
 */
export class NgramTrie {
  /** How many nodes there are; they are numbered from 0, the root. */
  size = 1;
  /** By node: how often the n-gram was seen. */
  count = new Uint32Array(startingRoom);
  /** By node: how often one token or another was seen after it. */
  total = new Uint32Array(startingRoom);
  /** By node: how many different tokens were seen after it, N₁₊(h •). */
  types = new Uint32Array(startingRoom);
  /** By node: how many different tokens were seen in front of it, N₁₊(• h). */
  before = new Uint32Array(startingRoom);
  /** By node: how many different pairs were seen around it, N₁₊(• h •). */
  around = new Uint32Array(startingRoom);

  #parent = new Int32Array(startingRoom);
  #token = new Int32Array(startingRoom);
  /** By node: its latest child, and its parent's child before it; 0 for none. */
  #latest = new Int32Array(startingRoom);
  #earlier = new Int32Array(startingRoom);
  /** The hash table: nodes, 0 where a slot is free. */
  #slots = new Int32Array(2 * startingRoom);

  /** @returns the node one token further, or −1 if that n-gram was never seen */
  child(node: number, token: number): number {
    return this.#slots[this.#slot(node, token)] || -1;
  }

  /** @returns the node one token further, made if it is new */
  grow(node: number, token: number): number {
    const slot = this.#slot(node, token);
    if (this.#slots[slot]) return this.#slots[slot];
    const made = this.size++;
    this.#slots[slot] = made;
    this.#parent[made] = node;
    this.#token[made] = token;
    this.#earlier[made] = this.#latest[node];
    this.#latest[node] = made;
    if (this.size === this.count.length) this.#double();
    return made;
  }

  /** The tokens that were seen after a node, the latest new one first. */
  followers(node: number): number[] {
    const tokens: number[] = [];
    for (let child = this.#latest[node]; child > 0; child = this.#earlier[child])
      if (this.count[child] > 0) tokens.push(this.#token[child]);
    return tokens;
  }

  /** The slot that holds the child, or the free one where it belongs. */
  #slot(node: number, token: number): number {
    const last = this.#slots.length - 1;
    let hash = Math.imul(node, 0x9e3779b1) ^ Math.imul(token + 1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    let slot = (hash ^ (hash >>> 16)) & last;
    for (;;) {
      const found = this.#slots[slot];
      if (found === 0 || (this.#parent[found] === node && this.#token[found] === token)) return slot;
      slot = (slot + 1) & last;
    }
  }

  /** Makes room for twice as many nodes; the hash table stays at most half full. */
  #double(): void {
    const room = 2 * this.count.length;
    const longer = <T extends Uint32Array | Int32Array>(numbers: T, more: T): T => {
      more.set(numbers);
      return more;
    };
    this.count = longer(this.count, new Uint32Array(room));
    this.total = longer(this.total, new Uint32Array(room));
    this.types = longer(this.types, new Uint32Array(room));
    this.before = longer(this.before, new Uint32Array(room));
    this.around = longer(this.around, new Uint32Array(room));
    this.#parent = longer(this.#parent, new Int32Array(room));
    this.#token = longer(this.#token, new Int32Array(room));
    this.#latest = longer(this.#latest, new Int32Array(room));
    this.#earlier = longer(this.#earlier, new Int32Array(room));
    this.#slots = new Int32Array(2 * room);
    for (let node = 1; node < this.size; node++)
      this.#slots[this.#slot(this.#parent[node], this.#token[node])] = node;
  }
}
