import { show } from 'lineage';
import type { TopLevelSpec } from 'vega-lite';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const values = Array.from({ length: 50 }, (_, step) => ({ step, loss: 2 / (step + 1) }));
const curve = {
  data: { values },
  mark: 'line',
  encoding: {
    x: { field: 'step', type: 'quantitative', title: 'step' },
    y: { field: 'loss', type: 'quantitative', title: 'loss (nats)' },
  },
} satisfies TopLevelSpec;

/** Width and height in the PNG's header, and its colour type (3: palette). */
function header(png: unknown) {
  const bytes = Buffer.from(png as string, 'base64');
  expect(bytes.toString('latin1', 1, 4)).toBe('PNG');
  return {
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    colourType: bytes[25],
    size: bytes.length,
  };
}

test('a chart is one bundle: Vega-Lite 5 in the house theme, a palette picture at 2x, a sentence', async () => {
  await show.chart(curve);
  expect(shown).toHaveLength(1);
  const [{ bundle, metadata }] = shown;
  expect(Object.keys(bundle)).toEqual(['application/vnd.vegalite.v5+json', 'image/png', 'text/plain']);
  const spec = bundle['application/vnd.vegalite.v5+json'] as Record<string, unknown>;
  expect(spec['$schema']).toContain('vega-lite/v5');
  expect(spec.config).toMatchObject({ background: '#ffffff' });
  const { width, height, colourType, size } = header(bundle['image/png']);
  expect(metadata).toEqual({
    lineage: { kind: 'chart' },
    'image/png': { width: width / 2, height: height / 2, alt: 'chart: loss (nats) over step' },
  });
  expect(width / 2).toBeLessThanOrEqual(700);
  expect(colourType).toBe(3);
  expect(size).toBeLessThanOrEqual(60_000);
  expect(bundle['text/plain']).toBe('chart: loss (nats) over step');
});

test('the same data give the same bytes, other data give others', async () => {
  await show.chart(curve);
  await show.chart(curve);
  await show.chart({ ...curve, data: { values: values.slice(5) } });
  const [first, second, other] = shown.map(({ bundle }) => bundle['image/png']);
  expect(second).toBe(first);
  expect(other).not.toBe(first);
});

test('the picture has letters with the packaged font alone', async () => {
  await show.chart({ ...curve, title: 'A' });
  await show.chart({ ...curve, title: 'B' });
  expect(shown[0].bundle['image/png']).not.toBe(shown[1].bundle['image/png']);
});

test('data are kept with five digits, whole numbers as they are, and the caller’s are not touched', async () => {
  const point = { step: 1234567, loss: 0.123456789 };
  await show.chart({ ...curve, data: { values: [point] } });
  expect(shown[0].bundle['application/vnd.vegalite.v5+json']).toMatchObject({
    data: { values: [{ step: 1234567, loss: 0.12346 }] },
  });
  expect(point.loss).toBe(0.123456789);
});

test('sliders pass through', async () => {
  const params = [{ name: 'wide', value: 2, bind: { input: 'range' as const, min: 1, max: 5, step: 1 } }];
  await show.chart({ ...curve, params });
  expect(shown[0].bundle['application/vnd.vegalite.v5+json']).toMatchObject({ params });
});

test('an axis without a title is refused, also in layers and rows of charts', async () => {
  const untitled = {
    ...curve,
    encoding: { ...curve.encoding, y: { field: 'loss', type: 'quantitative' } },
  } as TopLevelSpec;
  await expect(show.chart(untitled)).rejects.toThrow(
    "show.chart: expected a title with its unit on the y axis, got none. Add `title: 'loss (unit)'` to encoding.y.",
  );
  await expect(show.chart({ hconcat: [curve, untitled] } as TopLevelSpec)).rejects.toThrow('y axis');
  await show.chart({
    data: { values },
    layer: [
      { ...curve, data: undefined },
      { ...untitled, data: undefined },
    ],
  } as TopLevelSpec);
  await show.chart({
    ...curve,
    encoding: { ...curve.encoding, y: { field: 'loss', type: 'quantitative', axis: null } },
  });
  expect(shown).toHaveLength(2);
});

test('a field that no row has is refused, also in layers; one that a transform makes is not', async () => {
  const misspelt = {
    ...curve,
    encoding: { ...curve.encoding, y: { field: 'los', type: 'quantitative', title: 'loss (nats)' } },
  } satisfies TopLevelSpec;
  await expect(show.chart(misspelt)).rejects.toThrow(
    "show.chart: encoding.y draws the field 'los', which no row has; the rows have step, loss",
  );
  const layer = [{ mark: misspelt.mark, encoding: misspelt.encoding }];
  await expect(show.chart({ data: curve.data, layer })).rejects.toThrow("the field 'los'");
  await show.chart({ ...misspelt, transform: [{ calculate: 'datum.loss', as: 'los' }] });
});

test('more than 2,000 points, and data from elsewhere, are refused', async () => {
  const many = Array.from({ length: 2001 }, (_, step) => ({ step, loss: 1 }));
  await expect(show.chart({ ...curve, data: { values: many } })).rejects.toThrow(
    'expected at most 2000 data points, got 2001',
  );
  await expect(show.chart({ ...curve, data: { url: 'losses.csv' } })).rejects.toThrow(
    'got the address losses.csv',
  );
});

test('what Vega-Lite only warns about is an error', async () => {
  await expect(
    show.chart({ ...curve, encoding: { ...curve.encoding, theta: { field: 'loss' } } } as TopLevelSpec),
  ).rejects.toThrow('Vega-Lite says');
});

test('in plain Node the sentence goes to the standard output', async () => {
  delete (globalThis as Partial<typeof globalThis>).kernel;
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  await show.chart(curve, { description: 'the loss falls' });
  expect(write.mock.calls).toEqual([['the loss falls\n']]);
  write.mockRestore();
});
