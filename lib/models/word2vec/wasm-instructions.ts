/** WebAssembly code: bytes, in groups of any depth. */
export type Code = number | readonly Code[];

/**
 * The few WebAssembly instructions that {@link rowKernels} is written in, under their own names.
 *
 * The machine has a stack: `get` and `load` put a number on it, `mul` and `add` replace the two on top by one. A
 * `v128` holds four float32 (`f32x4`), which an instruction treats at once: SIMD, single instruction, multiple data.
 *
 * After the WebAssembly Core Specification 2.0, sections 5.4 and 5.2.2 (LEB128 numbers).
 */
export const wasm = {
  get: (local: number): Code => [0x20, unsigned(local)],
  set: (local: number): Code => [0x21, unsigned(local)],
  /** The code again and again, as long as it leaves a 1 on the stack. */
  repeatWhile: (code: Code): Code => [0x03, 0x40, code, 0x0d, 0, 0x0b],
  i32: {
    type: 0x7f,
    const: (value: number): Code => [0x41, signed(value)],
    load: (offset: number): Code => [0x28, 2, unsigned(offset)],
    add: 0x6a,
    /** Unsigned, as addresses are. */
    less: 0x49,
  },
  f32: {
    type: 0x7d,
    load: (offset: number): Code => [0x2a, 2, unsigned(offset)],
    store: (offset: number): Code => [0x38, 2, unsigned(offset)],
    add: 0x92,
  },
  v128: {
    type: 0x7b,
    load: [0xfd, 0x00, 4, 0] as Code,
    store: [0xfd, 0x0b, 4, 0] as Code,
  },
  f32x4: {
    /** Four times the same number. */
    splat: [0xfd, 0x13] as Code,
    extractLane: (lane: number): Code => [0xfd, 0x1f, lane],
    add: [0xfd, 0xe4, 0x01] as Code,
    mul: [0xfd, 0xe6, 0x01] as Code,
  },
} as const;

/** LEB128: seven bits a byte, the lowest first; the eighth bit says that more follow. */
export function unsigned(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
}

/** LEB128 of a number that may be negative: the last byte's bit 6 is the sign. */
function signed(value: number): number[] {
  return value >= -0x40 && value < 0x40 ? [value & 0x7f] : [(value & 0x7f) | 0x80, ...signed(value >> 7)];
}
