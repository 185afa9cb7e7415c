import { readFileSync } from 'node:fs';
import { writeAside } from '../write-aside';

const arrays = { F32: Float32Array, I32: Int32Array, U8: Uint8Array, BOOL: Uint8Array } as const;

/** The number types that the course stores: 32-bit floats and integers, bytes, true/false as one byte. */
export type StoredType = keyof typeof arrays;

/** A tensor at rest, its numbers in row-major order. */
export interface StoredTensor {
  readonly dtype: StoredType;
  readonly shape: readonly number[];
  readonly data: Float32Array | Int32Array | Uint8Array;
}

/** What a safetensors file holds: tensors by name, and notes. */
export interface Safetensors {
  readonly tensors: Readonly<Record<string, StoredTensor>>;
  readonly metadata: Readonly<Record<string, string>>;
}

interface Entry {
  readonly dtype: StoredType;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** The format's own limit on the header, in bytes. */
const longestHeader = 100_000_000;

/**
 * Writes tensors in the safetensors format, whole or not at all; Python's `safetensors` package reads it.
 *
 * The file: the header's length (8 bytes, little-endian), the header (JSON: name → dtype, shape, offsets), the
 * numbers (little-endian) without gaps. Source: the "Format" section of github.com/huggingface/safetensors.
 */
export function writeSafetensors(file: string, { tensors, metadata }: Safetensors): void {
  // Wide numbers first, so that each tensor starts at a multiple of its own width.
  const order = Object.entries(tensors).sort(
    ([, a], [, b]) => b.data.BYTES_PER_ELEMENT - a.data.BYTES_PER_ELEMENT,
  );
  const entries: [string, unknown][] = [['__metadata__', metadata]];
  const chunks: Uint8Array[] = [];
  let offset = 0;
  for (const [name, { dtype, shape, data }] of order) {
    if (data.length !== count(shape))
      throw new Error(
        `writeSafetensors: ${name} of shape [${shape.join(', ')}]: expected ${count(shape)} numbers, got ${data.length}`,
      );
    entries.push([name, { dtype, shape, data_offsets: [offset, offset + data.byteLength] }]);
    chunks.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    offset += data.byteLength;
  }
  const json = Buffer.from(JSON.stringify(Object.fromEntries(entries)));
  const header = Buffer.alloc(8 + 8 * Math.ceil(json.length / 8), ' '); // padded so that the numbers are aligned
  header.writeBigUInt64LE(BigInt(header.length - 8));
  json.copy(header, 8);
  writeAside(file, [header, ...chunks]);
}

/**
 * Reads a safetensors file, each tensor as a copy of its own.
 *
 * @throws Error naming the file and what is wrong with it: missing, cut, padded, a header that is no JSON or too
 * long, a dtype outside {@link StoredType}, offsets outside the file, overlapping or with holes
 */
export function readSafetensors(file: string): Safetensors {
  const refuse = (problem: string): never => {
    throw new Error(`readSafetensors: ${file} ${problem}. Is it whole, and a safetensors file?`);
  };
  const bytes = read(file);
  if (bytes.length < 8) return refuse(`has ${bytes.length} bytes, expected at least 8`);
  const length = bytes.readBigUInt64LE();
  if (length > longestHeader)
    return refuse(`claims a header of ${length} bytes, expected at most ${longestHeader}`);
  const start = 8 + Number(length);
  if (start > bytes.length)
    return refuse(`is cut: its header should end at byte ${start}, the file ends at ${bytes.length}`);
  const header = parse(bytes.subarray(8, start)) ?? refuse('has a header that is not a JSON object');
  const { __metadata__: metadata = {}, ...rest } = header;
  if (!isRecord(metadata) || Object.values(metadata).some((value) => typeof value !== 'string'))
    return refuse('has metadata that are not all text');

  const entries: [string, Entry][] = Object.entries(rest).map(([name, entry]) => {
    const problem = flaw(entry);
    return problem ? refuse(`describes tensor ${JSON.stringify(name)} ${problem}`) : [name, entry as Entry];
  });
  entries.sort(
    ([, a], [, b]) => a.data_offsets[0] - b.data_offsets[0] || a.data_offsets[1] - b.data_offsets[1],
  );
  let end = 0;
  for (const [name, { data_offsets }] of entries) {
    if (data_offsets[0] !== end)
      return refuse(`has tensor ${JSON.stringify(name)} at offset ${data_offsets[0]}, expected ${end}`);
    end = data_offsets[1];
  }
  if (start + end !== bytes.length)
    return refuse(`has ${bytes.length - start} bytes of numbers, its header expects ${end}`);

  const tensors = entries.map(
    ([
      name,
      {
        dtype,
        shape,
        data_offsets: [from, to],
      },
    ]) => {
      const copy = new Uint8Array(bytes.subarray(start + from, start + to));
      return [name, { dtype, shape, data: new arrays[dtype](copy.buffer) }] as const;
    },
  );
  return { tensors: Object.fromEntries(tensors), metadata: metadata as Record<string, string> };
}

function read(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new Error(`readSafetensors: can't read ${file}: ${(cause as Error).message}`, { cause });
  }
}

function parse(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const header: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return isRecord(header) ? header : undefined;
  } catch {
    return undefined; // the caller names the file
  }
}

/** What is wrong with a header's description of one tensor, or undefined. */
function flaw(entry: unknown): string | undefined {
  if (!isRecord(entry)) return 'by something other than an object';
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string' || !Object.hasOwn(arrays, dtype))
    return `with dtype ${JSON.stringify(dtype)}, expected one of ${Object.keys(arrays).join(', ')}`;
  if (!isSizes(shape)) return `with shape ${JSON.stringify(shape)}, expected whole numbers`;
  if (!isSizes(offsets) || offsets.length !== 2 || offsets[0] > offsets[1])
    return `with offsets ${JSON.stringify(offsets)}, expected [begin, end]`;
  const size = count(shape) * arrays[dtype as StoredType].BYTES_PER_ELEMENT;
  if (offsets[1] - offsets[0] !== size)
    return `with ${offsets[1] - offsets[0]} bytes, expected ${size} for ${dtype} of shape [${shape.join(', ')}]`;
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSizes(value: unknown): value is number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}

function count(shape: readonly number[]): number {
  return shape.reduce((product, size) => product * size, 1);
}
