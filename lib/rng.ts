import { type RandomGenerator, unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

/** What a block of noise follows from: two integers of 32 bits. */
export type NoiseKey = readonly [number, number];

/** The state of an {@link Rng}, small enough for a checkpoint's header. */
export interface RngState {
  readonly seed: number;
  readonly words: readonly number[];
}

/**
 * Seeded, splittable randomness: the only source of chance in the library.
 *
 * The same seed gives the same numbers on every machine. `fork` makes a stream that depends only on this
 * stream's seed and the label, never on how much was drawn before, so adding a layer doesn't change the data order.
 *
 * The generator is xoroshiro128+ (Blackman and Vigna, "Scrambled linear pseudorandom number generators", 2021, section 5).
 *
 * @example new Rng(42).fork('init').normal()
 */
export class Rng {
  readonly seed: number;
  #generator: RandomGenerator;

  /** @param seed an integer; only its lower 32 bits count */
  constructor(seed: number) {
    if (!Number.isInteger(seed)) throw new Error(`Rng: expected an integer seed, got ${seed}`);
    this.seed = seed | 0;
    // All 128 bits of the state are spread: started from the bare seed, the first draws of small seeds are all near 1.
    const words = ['s01', 's00', 's11', 's10'].map((word) => mix(this.seed, word));
    this.#generator = xoroshiro128plus.fromState(words);
  }

  /** An independent stream named `label`. */
  fork(label: string | number): Rng {
    return new Rng(mix(this.seed, String(label)));
  }

  /** A number in [low, high), with 53 random bits. */
  uniform(low = 0, high = 1): number {
    const upper = this.#generator.unsafeNext() >>> 5; // 27 bits
    const lower = this.#generator.unsafeNext() >>> 6; // 26 bits
    return low + (high - low) * ((upper * 2 ** 26 + lower) / 2 ** 53);
  }

  /** A draw from the normal distribution (Box and Muller, 1958). */
  normal(mean = 0, deviation = 1): number {
    const radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    return mean + deviation * radius * Math.cos(2 * Math.PI * this.uniform());
  }

  /** An integer in 0 … below − 1. */
  integer(below: number): number {
    if (!Number.isInteger(below) || below < 1)
      throw new Error(`Rng.integer: expected a bound of at least 1, got ${below}`);
    return unsafeUniformIntDistribution(0, below - 1, this.#generator);
  }

  /** The numbers 0 … length − 1 in random order (Fisher and Yates). */
  permutation(length: number): Int32Array {
    const order = Int32Array.from({ length }, (_, index) => index);
    for (let last = length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      [order[last], order[other]] = [order[other], order[last]];
    }
    return order;
  }

  /** Whether keys follow the steps of a training; see `StepRng`. */
  get followsSteps(): boolean {
    return false;
  }

  /** Two numbers for a block of noise, drawn now; asked again, the same. */
  key(): () => NoiseKey {
    const key = [this.#generator.unsafeNext(), this.#generator.unsafeNext()] as const;
    return () => key;
  }

  /** Where the stream stands now; {@link Rng.restore} goes on from there. */
  get state(): RngState {
    return { seed: this.seed, words: this.#generator.getState!() };
  }

  /** A stream that goes on from where {@link Rng.state} was read. */
  static restore(state: RngState): Rng {
    const rng = new Rng(state.seed);
    rng.#generator = xoroshiro128plus.fromState(state.words);
    return rng;
  }
}

/** FNV-1a over the seed's bytes and the label, then MurmurHash3's finaliser to spread the bits. */
function mix(seed: number, label: string): number {
  let hash = 0x811c9dc5;
  for (let shift = 0; shift < 32; shift += 8) hash = Math.imul(hash ^ ((seed >>> shift) & 0xff), 0x01000193);
  for (let index = 0; index < label.length; index++)
    hash = Math.imul(hash ^ label.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
