import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import zlib from 'node:zlib';
import { Problem } from './problem.mjs';

const endRecord = Buffer.from([0x50, 0x4b, 5, 6]);
const entryMark = 0x02014b50;
const stored = 0;
const deflated = 8;

/**
 * Opens a zip archive of less than 4 GB by its central directory; nothing else is read until it is extracted.
 *
 * @param {string} file
 * @returns {{ names: string[], extract: (name: string, to: string) => Promise<void> }}
 * @throws {Problem} where the archive is cut or isn't one
 */
export function openZip(file) {
  const descriptor = fs.openSync(file);
  try {
    const entries = directory(file, descriptor);
    return { names: [...entries.keys()], extract: (name, to) => extract(file, entries.get(name), name, to) };
  } finally {
    fs.closeSync(descriptor);
  }
}

function directory(file, descriptor) {
  const { size } = fs.fstatSync(descriptor);
  const read = (position, length) => {
    const buffer = Buffer.alloc(length);
    if (position < 0 || fs.readSync(descriptor, buffer, 0, length, position) < length) throw cut(file);
    return buffer;
  };
  const tail = read(Math.max(0, size - 65_557), Math.min(size, 65_557)); // the end record, with the longest comment
  const at = tail.lastIndexOf(endRecord);
  if (at < 0 || at + 22 > tail.length) throw cut(file);
  const [length, start] = [tail.readUInt32LE(at + 12), tail.readUInt32LE(at + 16)];
  if (start + length > size) throw cut(file);
  const records = read(start, length);
  const entries = new Map();
  for (let p = 0; p < length; ) {
    if (p + 46 > length || records.readUInt32LE(p) !== entryMark) throw cut(file);
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => records.readUInt16LE(p + offset));
    const offset = records.readUInt32LE(p + 42);
    const packed = records.readUInt32LE(p + 20);
    if (offset + 30 + packed > start) throw cut(file);
    entries.set(records.toString('utf8', p + 46, p + 46 + nameLength), {
      method: records.readUInt16LE(p + 10),
      check: records.readUInt32LE(p + 16),
      packed,
      size: records.readUInt32LE(p + 24),
      offset,
    });
    p += 46 + nameLength + extra + comment;
  }
  return entries;
}

async function extract(file, entry, name, to) {
  if (!entry) throw new Problem(`${path.basename(file)}: expected an entry ${name}, got none`);
  const { method, packed, offset } = entry;
  if (method !== stored && method !== deflated)
    throw new Problem(
      `${path.basename(file)}: ${name}: expected a stored or deflated entry, got method ${method}`,
    );
  fs.mkdirSync(path.dirname(to), { recursive: true });
  if (packed === 0) return fs.writeFileSync(to, '');
  const start = dataStart(file, offset);
  const chunk = 1 << 20;
  await pipeline([
    fs.createReadStream(file, { start, end: start + packed - 1, highWaterMark: chunk }),
    ...(method === deflated ? [zlib.createInflateRaw({ chunkSize: chunk })] : []),
    checked(file, name, entry),
    fs.createWriteStream(to),
  ]).catch((error) => {
    if (error.code?.startsWith('Z_')) throw damaged(file, name, error.message);
    throw error;
  });
}

/** The local header in front of an entry's data has lengths of its own. */
function dataStart(file, offset) {
  const header = Buffer.alloc(30);
  const descriptor = fs.openSync(file);
  fs.readSync(descriptor, header, 0, header.length, offset);
  fs.closeSync(descriptor);
  return offset + header.length + header.readUInt16LE(26) + header.readUInt16LE(28);
}

/** Passes an entry's bytes on and compares their number and checksum at the end. */
function checked(file, name, { size, check }) {
  return async function* (chunks) {
    let bytes = 0;
    let sum = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      sum = zlib.crc32?.(chunk, sum); // in Node since 20.15
      yield chunk;
    }
    if (bytes !== size) throw damaged(file, name, `expected ${size} bytes, got ${bytes}`);
    if (sum !== undefined && sum !== check) throw damaged(file, name, 'its checksum differs');
  };
}

const cut = (file) => new Problem(`${path.basename(file)}: cut short, or not a zip archive`);
const damaged = (file, name, how) => new Problem(`${path.basename(file)}: ${name} is damaged: ${how}`);
