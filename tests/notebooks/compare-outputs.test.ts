import type { IOutput } from '@jupyterlab/nbformat';
import { type CellRules, cellRules } from './cell-rules';
import { compareOutputs } from './compare-outputs';
import type { CodeCell } from './notebook';

const rules = (tags: string[] = [], lineage = {}): CellRules =>
  cellRules({ metadata: { tags, lineage } } as unknown as CodeCell);
const display = (kind: string, data: object): IOutput =>
  ({ output_type: 'display_data', data, metadata: { lineage: { kind } } }) as IOutput;
const stream = (text: string, name = 'stdout'): IOutput => ({ output_type: 'stream', name, text });
const line = (values: object[], rest = {}) =>
  display('chart', {
    'application/vnd.vegalite.v5+json': { mark: 'line', layer: [{ data: { values } }], ...rest },
    'image/png': 'AAAA',
    'text/plain': 'a line chart',
  });
const compare = (stored: IOutput[], got: IOutput[], of = rules()) => compareOutputs(stored, got, of);

test('compareOutputs() names the place of a wrong number in a chart', () => {
  const stored = [line([{ step: 1, loss: 2.3 }, { step: 2, loss: 1.1 }])]; // biome-ignore format: a row per line is longer
  expect(
    compare(stored, [
      line([
        { step: 1, loss: 2.31 },
        { step: 2, loss: 1.1 },
      ]),
    ]),
  ).toEqual([]);
  expect(
    compare(stored, [
      line([
        { step: 1, loss: 2.3 },
        { step: 2, loss: 1.4 },
      ]),
    ]),
  ).toEqual([
    {
      what: 'number off tolerance',
      at: 'output 1 (chart).layer[0].data.values[1].loss',
      stored: '1.1',
      got: '1.4',
      note: '0.3 apart = 21.4 %, tolerance 1 %',
    },
  ]);
});

test('compareOutputs() judges a small number in a chart by its column, not more', () => {
  const stored = [line([{ weight: 1 }, { weight: 0.0003 }])];
  expect(compare(stored, [line([{ weight: 1 }, { weight: -0.0004 }])])).toEqual([]);
  expect(compare(stored, [line([{ weight: 1 }, { weight: 0.003 }])])).toHaveLength(1);
  expect(
    compare(stored, [line([{ weight: 1 }, { weight: 0.0004 }])], rules([], { exact: true })),
  ).toHaveLength(1);
});

test('compareOutputs() sees lost rows, lost columns and NaN in a chart', () => {
  const stored = [line([{ x: 1, y: 2 }])];
  expect(compare(stored, [line([])])[0]).toMatchObject({ stored: '1 values', got: '0 values' });
  expect(compare(stored, [line([{ x: 1 }])])[0]).toMatchObject({ stored: '2', got: '(nothing)' });
  expect(compare(stored, [line([{ x: 1, y: null }])])[0]).toMatchObject({ stored: '2', got: 'null' });
});

test('compareOutputs() reads the traces of a Plotly figure', () => {
  const figure = (z: number) =>
    display('chart', {
      'application/vnd.plotly.v1+json': { data: [{ type: 'surface', z: [[1, z]] }], layout: {} },
    });
  expect(compare([figure(2)], [figure(2.001)])).toEqual([]);
  expect(compare([figure(2)], [figure(3)])[0].at).toBe('output 1 (chart).data[0].z[0][1]');
});

test('compareOutputs() compares tables, plain results and the standard output', () => {
  const table = (n: number) => display('table', { 'text/plain': `loss  ${n}`, 'text/html': `<td>${n}</td>` });
  const result = (n: number) =>
    ({ output_type: 'execute_result', data: { 'text/plain': `${n}` }, metadata: {} }) as IOutput;
  for (const output of [table, result, (n: number) => stream(`loss ${n}\n`)]) {
    expect(compare([output(0.5)], [output(0.501)])).toEqual([]);
    expect(compare([output(0.5)], [output(0.6)])).toHaveLength(1);
  }
});

test.each(['training', 'progress', 'claim', 'source', 'banner', 'image'])(
  'compareOutputs() asks of a %s only that it is there',
  (kind) => {
    const stored = [display(kind, { 'text/plain': '12 s' })];
    expect(compare(stored, [display(kind, { 'text/plain': '80 s' })])).toEqual([]);
    expect(compare(stored, [])[0]).toMatchObject({ what: 'output missing', stored: kind, got: '(nothing)' });
    expect(compare([], stored)[0].note).toContain('never run');
    expect(
      compare(stored, [display(kind, { 'text/plain': '80 s' })], rules(['nbval-check-output'])),
    ).toHaveLength(1);
  },
);

test('compareOutputs() sees another kind and another format', () => {
  expect(compare([stream('1')], [display('table', { 'text/plain': '1' })])[0]).toMatchObject({
    what: 'output differs',
    stored: 'stdout',
    got: 'table',
  });
  const png = display('chart', { 'text/plain': 'a', 'image/png': 'A' });
  expect(compare([png], [display('chart', { 'text/plain': 'a' })])[0].what).toBe('formats differ');
});

test('cellRules() takes the tolerance of the cell and refuses what is none', () => {
  expect(compare([stream('10')], [stream('10.4')], rules([], { tolerance: 0.05 }))).toEqual([]);
  expect(compare([stream('10')], [stream('10.0001')], rules([], { exact: true }))).toHaveLength(1);
  expect(() => rules([], { tolerance: '5 %' })).toThrow(
    'lineage.tolerance: expected a positive number, got "5 %"',
  );
  expect(() => rules([], { seconds: 0 })).toThrow('lineage.seconds: expected a positive number, got 0');
});
