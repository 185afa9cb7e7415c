import { type Code, wasm } from './wasm-instructions';
import { type WasmFunction, wasmModule } from './wasm-module';

/**
 * The arithmetic of word2vec on whole vectors of float32, each given by its address (in bytes) in one memory.
 *
 * `rows` is the address of the addresses (int32) of the vectors w_k; `scores` and `errors` are the addresses of one
 * float32 per k.
 */
export interface RowKernels {
  /** scores[k] = w_k · h */
  readonly score: (h: number, rows: number, scores: number) => void;
  /** sum = Σ_k errors[k] w_k */
  readonly combine: (errors: number, rows: number, sum: number) => void;
  /** w_k += errors[k] h, for every k */
  readonly spread: (errors: number, rows: number, h: number) => void;
  /** to += factor · from */
  readonly add: (factor: number, from: number, to: number) => void;
}

const { get, set, i32, f32, v128, f32x4 } = wasm;

/**
 * Makes the kernels for vectors of `bytes` bytes, a multiple of 16, and `count` rows at a time.
 *
 * They are WebAssembly because it can work on four numbers at once, as JavaScript can't. Each walks along the vectors
 * in chunks of four numbers, all rows side by side, so that every number of h is fetched once.
 */
export function rowKernels(bytes: number, count: number, memory: WebAssembly.Memory): RowKernels {
  return wasmModule(
    {
      score: score(bytes, count),
      combine: combine(bytes, count),
      spread: spread(bytes, count),
      add: add(bytes),
    },
    memory,
  );
}

function score(bytes: number, count: number): WasmFunction {
  const [h, rows, scores] = [0, 1, 2];
  const { w, end, each: sum, spare: chunk, locals } = rowLocals(count);
  return {
    parameters: [i32.type, i32.type, i32.type],
    locals,
    code: [
      loadRows(rows, w),
      alongChunks(bytes, [h, ...w], end, [
        [load(h), set(chunk)],
        // sum_k += w_k h, chunk by chunk
        w.map((row, k) => [get(sum[k]), load(row), get(chunk), f32x4.mul, f32x4.add, set(sum[k])]),
      ]),
      sum.map((four, k) => [get(scores), sumOfLanes(four), f32.store(4 * k)]),
    ],
  };
}

function combine(bytes: number, count: number): WasmFunction {
  const [errors, rows, sum] = [0, 1, 2];
  const { w, end, each: error, locals } = rowLocals(count);
  return {
    parameters: [i32.type, i32.type, i32.type],
    locals,
    code: [
      [loadRows(rows, w), loadErrors(errors, error)],
      alongChunks(bytes, [sum, ...w], end, [
        get(sum),
        // Σ_k error_k w_k
        w.map((row, k) => [get(error[k]), load(row), f32x4.mul, k > 0 ? f32x4.add : []]),
        v128.store,
      ]),
    ],
  };
}

function spread(bytes: number, count: number): WasmFunction {
  const [errors, rows, h] = [0, 1, 2];
  const { w, end, each: error, spare: chunk, locals } = rowLocals(count);
  return {
    parameters: [i32.type, i32.type, i32.type],
    locals,
    code: [
      [loadRows(rows, w), loadErrors(errors, error)],
      alongChunks(bytes, [h, ...w], end, [
        [load(h), set(chunk)],
        // w_k + error_k h
        w.map((row, k) => [
          get(row),
          [load(row), get(error[k]), get(chunk), f32x4.mul, f32x4.add],
          v128.store,
        ]),
      ]),
    ],
  };
}

function add(bytes: number): WasmFunction {
  const [factor, from, to, end, four] = [0, 1, 2, 3, 4];
  return {
    parameters: [f32.type, i32.type, i32.type],
    locals: { i32: 1, v128: 1 },
    code: [
      [get(factor), f32x4.splat, set(four)],
      alongChunks(bytes, [from, to], end, [
        get(to),
        // to + factor · from
        [load(to), get(four), load(from), f32x4.mul, f32x4.add],
        v128.store,
      ]),
    ],
  };
}

/** Locals after three parameters: an address per row, the end of the walk, four numbers per row, four to spare. */
function rowLocals(count: number) {
  const k = Array.from({ length: count }, (_, index) => index);
  const end = 3 + count;
  return {
    w: k.map((index) => 3 + index),
    end,
    each: k.map((index) => end + 1 + index),
    spare: end + 1 + count,
    locals: { i32: count + 1, v128: count + 1 },
  };
}

function loadRows(rows: number, w: readonly number[]): Code {
  return w.map((row, k) => [get(rows), i32.load(4 * k), set(row)]);
}

/** Each error four times, to be multiplied by four numbers. */
function loadErrors(errors: number, into: readonly number[]): Code {
  return into.map((error, k) => [get(errors), f32.load(4 * k), f32x4.splat, set(error)]);
}

function load(address: number): Code {
  return [get(address), v128.load];
}

/** Runs `code` for each chunk of the vectors whose addresses are in the locals `walking`, which move on with it. */
function alongChunks(bytes: number, walking: readonly number[], end: number, code: Code): Code {
  const [first] = walking;
  return [
    [get(first), i32.const(bytes), i32.add, set(end)],
    wasm.repeatWhile([
      code,
      walking.map((address) => [get(address), i32.const(16), i32.add, set(address)]),
      [get(first), get(end), i32.less],
    ]),
  ];
}

function sumOfLanes(four: number): Code {
  return [0, 1, 2, 3].map((lane) => [get(four), f32x4.extractLane(lane), lane > 0 ? f32.add : []]);
}
