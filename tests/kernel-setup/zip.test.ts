import fs from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';
import { load } from './load';
import { scratchFolder } from './scratch-folder';

interface Zip {
  names: string[];
  extract(name: string, to: string): Promise<void>;
}

const { openZip } = load<{ openZip: (file: string) => Zip }>('zip.mjs');
const folder = scratchFolder('zip');
const content = { 'a/hello.txt': 'hello '.repeat(5000), 'a/empty.txt': '', 'stored.bin': 'as it is' };

/** A small writer, so that the reader is tested against the format and not against itself: APPNOTE 6.3, 4.3.6. */
function archive(files: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const stored = name.startsWith('stored');
    const packed = stored ? data : zlib.deflateRawSync(data);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(stored ? 0 : 8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(name.length, 22);
    const entry = Buffer.concat([Buffer.from('PK\x03\x04'), common, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, Buffer.from(name)]),
    );
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

function crc32(data: Buffer): number {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

function write(name: string, bytes: Buffer): string {
  const file = path.join(folder, name);
  fs.writeFileSync(file, bytes);
  return file;
}

const whole = archive(content);

test('extracts deflated, stored and empty entries, making their folders', async () => {
  const zip = openZip(write('whole.zip', whole));
  expect(zip.names).toEqual(Object.keys(content));
  for (const [name, text] of Object.entries(content)) {
    const to = path.join(folder, 'out', name);
    await zip.extract(name, to);
    expect(fs.readFileSync(to, 'utf8')).toBe(text);
  }
});

test('an archive cut anywhere is refused by name', () => {
  for (let length = 0; length < whole.length; length += 7)
    expect(() => openZip(write('cut.zip', whole.subarray(0, length)))).toThrow(
      'cut.zip: cut short, or not a zip archive',
    );
});

test('an entry with a flipped bit is refused by name', async () => {
  const flipped = Buffer.from(whole);
  flipped[flipped.indexOf('as it is') + 3] ^= 1;
  const zip = openZip(write('flipped.zip', flipped));
  await expect(zip.extract('stored.bin', path.join(folder, 'flipped'))).rejects.toThrow(
    'flipped.zip: stored.bin is damaged: its checksum differs',
  );
});

test('a missing entry is named', async () => {
  const zip = openZip(write('whole.zip', whole));
  await expect(zip.extract('b', path.join(folder, 'b'))).rejects.toThrow(
    'whole.zip: expected an entry b, got none',
  );
});
