import { existsSync } from 'node:fs';
import { DataUnavailable, dataSets } from 'lineage/data';
import { readText } from '../../../lib/data/read-text';
import { Scratch } from './small-set';

let scratch: Scratch;
beforeEach(async () => {
  scratch = await Scratch.make();
});
afterEach(() => scratch.remove());

test('a text that is nowhere is named with the command that fetches it', async () => {
  const error = await readText('names', scratch.places()).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(DataUnavailable);
  expect(error.message).toMatch(/curl --fail --create-dirs -o ".*names\/names\.txt" https:\/\//);
});

test('every file of the registry is named once, with a whole SHA-256 and an address of its own', () => {
  for (const { name, files } of Object.values(dataSets)) {
    expect(new Set(files.map((file) => file.name)).size).toBe(files.length);
    for (const { sha256, url, bytes } of files) {
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      expect(url).toMatch(/^https:\/\/\S+$/);
      expect(bytes).toBeGreaterThan(0);
    }
    expect(dataSets[name as keyof typeof dataSets].name).toBe(name);
  }
});

const mirror = process.env.LINEAGE_DATA;
const withMirror = mirror && existsSync(mirror) ? test : test.skip;

withMirror('Shakespeare is read from the mirror, whole', async () => {
  const { text, provenance } = await readText('tinyshakespeare');
  expect(text).toHaveLength(1_115_394);
  expect(text.startsWith('First Citizen:\nBefore we proceed')).toBe(true);
  expect(provenance.kind).toBe('real');
});
