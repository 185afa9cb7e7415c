/** How many signatures are remembered at least; at most twice as many, in about 5 MB. */
const capacity = 16_384;
/** As much of a signature, in hexadecimal digits, as no two messages have in common. */
const digits = 32;

/** Remembers the signatures of the messages that arrived last, so that none is obeyed twice. */
export class SeenSignatures {
  #older = new Set<string>();
  #newer = new Set<string>();

  /** Whether this signature arrives for the first time; from now on it has been seen. */
  isNew(signature: string): boolean {
    const mark = signature.slice(0, digits);
    if (this.#newer.has(mark) || this.#older.has(mark)) return false;
    this.#newer.add(mark);
    if (this.#newer.size === capacity) {
      this.#older = this.#newer;
      this.#newer = new Set();
    }
    return true;
  }
}
