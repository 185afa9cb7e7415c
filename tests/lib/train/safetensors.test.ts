import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readSafetensors, writeSafetensors } from 'lineage';

const folder = mkdtempSync(path.join(os.tmpdir(), 'safetensors-ü '));
const file = path.join(folder, 'a.safetensors');
afterAll(() => rmSync(folder, { recursive: true }));

/** A file as the format's description says, by hand: length, header, numbers. */
function write(header: string, numbers: readonly number[], length = Buffer.byteLength(header)): void {
  const start = Buffer.alloc(8);
  start.writeBigUInt64LE(BigInt(length));
  writeFileSync(file, Buffer.concat([start, Buffer.from(header), Buffer.from(numbers)]));
}

const one = [0, 0, 0x80, 0x3f]; // 1.0 as float32, little-endian
const minusTwo = [0, 0, 0, 0xc0];

test('reads the bytes that the format prescribes', () => {
  write(
    '{"__metadata__":{"note":"ü"},"b":{"dtype":"BOOL","shape":[1],"data_offsets":[12,13]},' +
      '"w":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},"i":{"dtype":"I32","shape":[],"data_offsets":[8,12]}}  ',
    [...one, ...minusTwo, 0xfe, 0xff, 0xff, 0xff, 1],
  );
  expect(readSafetensors(file)).toEqual({
    metadata: { note: 'ü' },
    tensors: {
      w: { dtype: 'F32', shape: [2, 1], data: Float32Array.of(1, -2) },
      i: { dtype: 'I32', shape: [], data: Int32Array.of(-2) },
      b: { dtype: 'BOOL', shape: [1], data: Uint8Array.of(1) },
    },
  });
});

test('writes exactly those bytes: wide numbers first, the numbers at a multiple of 8', () => {
  writeSafetensors(file, {
    metadata: { a: '1' },
    tensors: {
      b: { dtype: 'U8', shape: [1], data: Uint8Array.of(7) },
      w: { dtype: 'F32', shape: [2], data: Float32Array.of(1, -2) },
    },
  });
  const header =
    '{"__metadata__":{"a":"1"},"w":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},' +
    '"b":{"dtype":"U8","shape":[1],"data_offsets":[8,9]}}';
  const padded = header.padEnd(8 * Math.ceil(header.length / 8));
  expect(readFileSync(file).toString('latin1')).toBe(
    Buffer.concat([
      Buffer.of(padded.length, 0, 0, 0, 0, 0, 0, 0),
      Buffer.from(padded),
      Buffer.of(...one, ...minusTwo, 7),
    ]).toString('latin1'),
  );
});

test('a view into a larger array is written, not the array', () => {
  const data = Float32Array.of(1, 2, 3, 4).subarray(1, 3);
  writeSafetensors(file, { metadata: {}, tensors: { w: { dtype: 'F32', shape: [2], data } } });
  expect(readSafetensors(file).tensors['w'].data).toEqual(Float32Array.of(2, 3));
});

test('any tensors come back as they were', () => {
  const tensor = fc.oneof(
    fc.float32Array({ maxLength: 9 }).map((data) => ({ dtype: 'F32' as const, shape: [data.length], data })),
    fc.int32Array({ maxLength: 9 }).map((data) => ({ dtype: 'I32' as const, shape: [1, data.length], data })),
    fc.uint8Array({ maxLength: 9 }).map((data) => ({ dtype: 'U8' as const, shape: [data.length, 1], data })),
  );
  const names = fc.string({ unit: 'grapheme' }).filter((name) => name !== '__metadata__');
  fc.assert(
    fc.property(
      fc.dictionary(names, tensor),
      fc.dictionary(fc.string(), fc.string()),
      (tensors, metadata) => {
        writeSafetensors(file, { tensors, metadata });
        const read = readSafetensors(file);
        expect(Object.entries(read.metadata).sort()).toEqual(Object.entries(metadata).sort());
        const byName = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
        expect(Object.entries(read.tensors).sort(byName)).toEqual(Object.entries(tensors).sort(byName));
      },
    ),
    { numRuns: 50 },
  );
});

test('a file cut anywhere, or with a byte too many, is refused by name', () => {
  const tensors = { w: { dtype: 'F32' as const, shape: [3], data: Float32Array.of(1, 2, 3) } };
  writeSafetensors(file, { metadata: {}, tensors });
  const whole = readFileSync(file);
  for (let length = 0; length < whole.length; length++) {
    writeFileSync(file, whole.subarray(0, length));
    expect(() => readSafetensors(file)).toThrow(`readSafetensors: ${file} `);
  }
  writeFileSync(file, Buffer.concat([whole, Buffer.of(0)]));
  expect(() => readSafetensors(file)).toThrow('has 13 bytes of numbers, its header expects 12');
});

const tensor = (fields: string) => `{"w":{${fields}}}`;

test.each([
  ['a header longer than the format allows', '{}', [], 2 ** 40, 'claims a header of 1099511627776 bytes'],
  ['a header longer than the file', '{}', [], 100, 'is cut: its header should end at byte 108'],
  ['a header that is not JSON', '{"w"', [], 4, 'has a header that is not a JSON object'],
  ['a header that is a list', '[]', [], 2, 'has a header that is not a JSON object'],
  ['metadata that are numbers', '{"__metadata__":{"step":3}}', [], 27, 'has metadata that are not all text'],
])('refuses %s', (_, header, numbers, length, message) => {
  write(header, numbers, length);
  expect(() => readSafetensors(file)).toThrow(message);
});

test.each([
  ['null', '{"w":null}', 'describes tensor "w" by something other than an object'],
  [
    'an unknown dtype',
    tensor('"dtype":"F16","shape":[1],"data_offsets":[0,2]'),
    'with dtype "F16", expected one of F32, I32, U8, BOOL',
  ],
  ['a negative size', tensor('"dtype":"F32","shape":[-1],"data_offsets":[0,4]'), 'with shape [-1]'],
  ['reversed offsets', tensor('"dtype":"F32","shape":[1],"data_offsets":[4,0]'), 'with offsets [4,0]'],
  [
    'offsets outside the file',
    tensor('"dtype":"F32","shape":[2],"data_offsets":[0,8]'),
    'has 4 bytes of numbers, its header expects 8',
  ],
  [
    'fewer bytes than its shape needs',
    tensor('"dtype":"F32","shape":[2],"data_offsets":[0,4]'),
    'with 4 bytes, expected 8 for F32 of shape [2]',
  ],
  [
    'a hole',
    tensor('"dtype":"U8","shape":[1],"data_offsets":[3,4]'),
    'has tensor "w" at offset 3, expected 0',
  ],
])('refuses a tensor with %s', (_, header, message) => {
  write(header, one);
  expect(() => readSafetensors(file)).toThrow(message);
});

test('names a file that is not there', () => {
  expect(() => readSafetensors(path.join(folder, 'none'))).toThrow(/can't read .*none: ENOENT/);
});

test('refuses numbers that do not fill the shape, and writes nothing', () => {
  const target = path.join(folder, 'unwritten');
  const tensors = { w: { dtype: 'F32' as const, shape: [2, 2], data: Float32Array.of(1) } };
  expect(() => writeSafetensors(target, { metadata: {}, tensors })).toThrow(
    'writeSafetensors: w of shape [2, 2]: expected 4 numbers, got 1',
  );
  expect(existsSync(target)).toBe(false);
});
