import { closeNames } from '../expect/close-names';

/**
 * Words and their vectors, whatever made them: word2vec, counting, a file.
 *
 * @example new WordVectors(vocabulary.tokens, model.input.values()).cosine('king', 'queen')
 */
export class WordVectors {
  /** The words, each once; word w owns row w of the table. */
  readonly words: readonly string[];
  /** The vectors, row after row, `[words × size]`. */
  readonly values: Float32Array;
  /** How many numbers a vector has. */
  readonly size: number;
  /** Every vector divided by its length, `[words × size]`; a vector of zeros stays as it is. */
  readonly #directions: Float32Array;
  readonly #rows: ReadonlyMap<string, number>;

  /**
   * @param words each once
   * @param values `[words × size]`, row after row; copied
   * @throws Error on no word, a word that is there twice, a table that doesn't divide by the words, NaN or infinity
   */
  constructor(words: readonly string[], values: ArrayLike<number>) {
    const size = values.length / words.length;
    if (!(Number.isInteger(size) && size > 0))
      throw new Error(
        `WordVectors: expected at least one word and as many numbers for each, ` +
          `got ${words.length} words and ${values.length} numbers`,
      );
    this.words = [...words];
    this.#rows = new Map(words.map((word, row) => [word, row]));
    if (this.#rows.size < words.length) {
      const twice = words.find((word, row) => this.#rows.get(word) !== row);
      throw new Error(`WordVectors: expected each word once, got ${JSON.stringify(twice)} twice`);
    }
    this.values = Float32Array.from(values);
    this.size = size;
    const broken = this.values.findIndex((value) => !Number.isFinite(value));
    if (broken >= 0)
      throw new Error(
        `WordVectors: expected finite numbers, got ${this.values[broken]} in the vector of ` +
          JSON.stringify(words[Math.floor(broken / size)]),
      );
    this.#directions = directions(this.values, size);
  }

  has(word: string): boolean {
    return this.#rows.has(word);
  }

  /**
   * The number of a word's row.
   *
   * @throws Error `WordVectors: "kimg" is not among the 704 words. Closest: king, …`
   */
  row(word: string): number {
    const row = this.#rows.get(word);
    if (row === undefined)
      throw new Error(
        `WordVectors: ${JSON.stringify(word)} is not among the ${this.words.length} words. ` +
          closeNames(word, this.words),
      );
    return row;
  }

  /** A copy of the word's vector, `[size]`. */
  vector(word: string): Float32Array {
    const row = this.row(word);
    return this.values.slice(row * this.size, (row + 1) * this.size);
  }

  /** The word's vector divided by its length, `[size]`: only where it points; zeros where the vector is zero. */
  direction(word: string): Float32Array {
    const row = this.row(word);
    return this.#directions.slice(row * this.size, (row + 1) * this.size);
  }

  /** The cosine of the angle between the vectors of two words, −1 … 1; 0 where one of them is all zeros. */
  cosine(first: string, second: string): number {
    const [a, b] = [this.direction(first), this.direction(second)];
    // cos(a, b) = a · b / (|a| |b|)
    return a.reduce((sum, value, index) => sum + value * b[index], 0);
  }

  /**
   * How well every word points along a direction.
   *
   * @param direction `[size]`
   * @returns for every word the product of its direction with this one, `[words]`: the cosines, if its length is 1
   */
  cosines(direction: ArrayLike<number>): Float64Array {
    const { size } = this;
    if (direction.length !== size)
      throw new Error(`WordVectors.cosines: expected ${size} numbers, got ${direction.length}`);
    const cosines = new Float64Array(this.words.length);
    for (let row = 0, place = 0; row < cosines.length; row++) {
      let sum = 0;
      for (let index = 0; index < size; index++) sum += this.#directions[place++] * direction[index];
      cosines[row] = sum;
    }
    return cosines;
  }

  /** The vectors of some words only, in this order. */
  of(words: readonly string[]): WordVectors {
    return new WordVectors(
      words,
      words.flatMap((word) => [...this.vector(word)]),
    );
  }
}

function directions(values: Float32Array, size: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let start = 0; start < values.length; start += size) {
    const row = values.subarray(start, start + size);
    const length = Math.hypot(...row);
    if (length > 0)
      result.set(
        row.map((value) => value / length),
        start,
      );
  }
  return result;
}
