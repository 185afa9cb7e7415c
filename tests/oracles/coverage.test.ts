import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { isNamed, later } from './later';
import { oracleCases, oracleFolder } from './oracle';

const files = readdirSync(__dirname)
  .filter((name) => name.endsWith('.json'))
  .map((name) => path.basename(name, '.json'));

test('there are oracles', () => expect(files.length).toBeGreaterThan(0));

describe.each(files)('%s.json', (file) => {
  test('is read by a test of the same name', () => {
    expect(existsSync(path.join(__dirname, `${file}.test.ts`))).toBe(true);
  });

  test(`has cases in ${process.env.LINEAGE_ORACLES ? 'LINEAGE_ORACLES' : 'the committed copy'}`, () => {
    expect(existsSync(path.join(oracleFolder, `${file}.json`))).toBe(true);
    expect(oracleCases(file).length).toBeGreaterThan(0);
  });

  test('names no case as later that it does not have', () => {
    const names = oracleCases(file).map(({ name }) => name);
    const idle = (later[file] ?? []).filter((pattern) => !names.some((name) => isNamed(pattern, name)));
    expect(idle).toEqual([]);
  });
});
