import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { writeAside } from '../../lib/write-aside';

const folder = mkdtempSync(path.join(os.tmpdir(), 'write-aside-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('writes all chunks, over an earlier file and a forgotten .tmp, making folders on the way', () => {
  const file = path.join(folder, 'new', 'file');
  writeAside(file, [Buffer.from('first, longer')]);
  writeFileSync(`${file}.tmp`, 'left by a killed process, much longer');
  writeAside(file, [Buffer.from('sec'), Buffer.from('ond')]);
  expect(readFileSync(file, 'utf8')).toBe('second');
  expect(readdirSync(path.dirname(file))).toEqual(['file']);
});

test('names the file that the disk refuses, and leaves nothing behind', () => {
  const file = path.join(folder, 'taken');
  mkdirSync(path.join(file, 'by a folder'), { recursive: true });
  expect(() => writeAside(file, [Buffer.from('x')])).toThrow(`${file}: could not be written (`);
  expect(readdirSync(folder).filter((name) => name.endsWith('.tmp'))).toEqual([]);
});
