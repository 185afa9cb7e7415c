import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { readNotebook } from './notebook';
import { serialise } from './serialise';

const folder = mkdtempSync(path.join(os.tmpdir(), 'lineage-notebook-'));
const file = path.join(folder, '01-a.ipynb');
afterAll(() => rmSync(folder, { recursive: true }));

const cell = (id: string, rest = {}) => ({
  cell_type: 'markdown',
  id,
  metadata: {},
  source: ['# a\n', 'b'],
  ...rest,
});
const notebook = (rest = {}) => ({
  nbformat: 4,
  nbformat_minor: 5,
  metadata: {},
  cells: [cell('a')],
  ...rest,
});
const read = (content: unknown) => {
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content));
  return readNotebook(file);
};

test('readNotebook() joins the lines of sources and outputs', () => {
  const outputs = [
    { output_type: 'stream', name: 'stdout', text: ['a\n', 'b'] },
    { output_type: 'display_data', metadata: {}, data: { 'text/plain': ['c\n', 'd'], 'image/png': 'AA' } },
  ];
  const { cells } = read(
    notebook({ cells: [cell('a', { cell_type: 'code', execution_count: 1, outputs })] }),
  );
  expect(cells[0].source).toBe('# a\nb');
  expect(cells[0].outputs).toMatchObject([
    { text: 'a\nb' },
    { data: { 'text/plain': 'c\nd', 'image/png': 'AA' } },
  ]);
});

test.each<[string, unknown, string]>([
  ['a cut file', '{"cells": [', 'not JSON, perhaps a file that was cut'],
  ['another thing', '[1]', 'expected a JSON object'],
  ['an old format', notebook({ nbformat_minor: 4 }), 'expected nbformat 4.5, got 4.4'],
  ['no cells', notebook({ cells: undefined }), 'expected a list under "cells"'],
  ['a cell without an id', notebook({ cells: [cell('a', { id: undefined })] }), 'cell 1: it has no id'],
  ['a bad id', notebook({ cells: [cell('a b')] }), 'cell 1: expected an id of 1 to 64 letters'],
  [
    'an id twice',
    notebook({ cells: [cell('a'), cell('a')] }),
    "cell 2: the id 'a' is already that of cell 1",
  ],
  ['an unknown cell', notebook({ cells: [cell('a', { cell_type: 'sql' })] }), 'got "sql"'],
  [
    'a code cell without outputs',
    notebook({ cells: [cell('a', { cell_type: 'code' })] }),
    'a list under "outputs"',
  ],
  [
    'an unknown output',
    notebook({ cells: [cell('a', { cell_type: 'code', outputs: [{ output_type: 'pyout' }] })] }),
    'an output is none of',
  ],
])('readNotebook() refuses %s by its name', (_, content, message) => {
  expect(() => read(content)).toThrow(`${file}: not a usable notebook: `);
  expect(() => read(content)).toThrow(message);
});

test('readNotebook() refuses a notebook cut anywhere', () => {
  const text = JSON.stringify(notebook());
  fc.assert(
    fc.property(fc.nat(text.length - 1), (end) => expect(() => read(text.slice(0, end))).toThrow(file)),
  );
});

test('serialise() writes as Jupyter does: sorted keys, one space, lines, small numbers as Python spells them', () => {
  const data = { 'application/json': { b: [], a: 0.00005 }, 'image/png': 'AA', 'text/plain': 'é\n\nx' };
  const outputs = [{ output_type: 'display_data', metadata: {}, data }];
  const code = { outputs, metadata: {}, id: 'a', source: 'x\ny', cell_type: 'code', execution_count: null };
  expect(serialise(read(notebook({ cells: [code] })))).toBe(`{
 "cells": [
  {
   "cell_type": "code",
   "execution_count": null,
   "id": "a",
   "metadata": {},
   "outputs": [
    {
     "data": {
      "application/json": {
       "a": 5e-05,
       "b": []
      },
      "image/png": "AA",
      "text/plain": [
       "é\\n",
       "\\n",
       "x"
      ]
     },
     "metadata": {},
     "output_type": "display_data"
    }
   ],
   "source": [
    "x\\n",
    "y"
   ]
  }
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
`);
});

test('serialise() and readNotebook() give back what went in', () => {
  const first = read(notebook());
  expect(read(serialise(first))).toEqual(first);
});
