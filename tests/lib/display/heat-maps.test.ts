import { show } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const options = { rows: ['a', 'b'], columns: ['x', 'y', 'z'], x: 'column', y: 'row' };
const one = {
  label: 'one',
  values: [
    [1, -2, 0],
    [0.5, 0, 1],
  ],
};
const two = {
  label: 'two',
  values: [
    [0, 4, 0],
    [0, 0, 0],
  ],
};
const spec = () => JSON.parse(JSON.stringify(shown[0].bundle['application/vnd.vegalite.v5+json']));

test('one panel per matrix in their order, and one scale for all, white at zero', async () => {
  await show.heatMaps([two, one], { ...options, colours: 'signed' });
  const { facet, spec: panel, data } = spec();
  expect(facet.sort).toEqual(['two', 'one']);
  expect(panel.layer[0].encoding.color.scale.domain).toEqual([-4, 4]);
  expect(data.values).toHaveLength(12);
  expect(data.values).toContainEqual({ label: 'one', i: 1, j: 2, row: 'b', column: 'z', value: 1 });
  expect(shown[0].bundle['text/plain']).toBe('two, one: row × column');
});

test('the mouse finds row, column and number by their names', async () => {
  await show.heatMaps([one], { ...options, colours: 'signed', unit: 'score', title: 'Scores' });
  const [cell] = spec().spec.layer;
  expect(cell.encoding.tooltip.map(({ title }: { title: string }) => title)).toEqual([
    'row',
    'column',
    'score',
  ]);
  expect(shown[0].bundle['text/plain']).toBe('Scores: row × column');
});

test('the same name may stand at two rows', async () => {
  const rows = ['so', 'so'];
  await show.heatMaps([one], { ...options, rows, colours: 'signed' });
  expect(spec().spec.layer[0].encoding.y).toMatchObject({
    field: 'i',
    axis: { labelExpr: '["so","so"][datum.value]' },
  });
});

test('numbers stand in the cells where they fit, and not in a wide matrix', async () => {
  await show.heatMaps([one], { ...options, colours: 'signed' });
  expect(spec().spec.layer).toHaveLength(2);
  const columns = Array.from({ length: 40 }, (_, column) => `${column}`);
  const wide = { label: 'wide', values: [columns.map(Number)] };
  shown.length = 0;
  await show.heatMaps([wide], { ...options, columns, rows: ['a'], colours: 'signed' });
  expect(spec().spec.layer).toHaveLength(1);
  const { width } = (shown[0].metadata as unknown as Record<string, { width: number }>)['image/png'];
  expect(width).toBeLessThanOrEqual(700);
});

test.each([1, 2, 4])('%d panels of eight words fit the column of a notebook', async (count) => {
  const words = Array.from({ length: 8 }, () => 'pizza');
  const maps = Array.from({ length: count }, (_, map) => ({
    label: `${map}`,
    values: words.map(() => words.map(() => 0)),
  }));
  await show.heatMaps(maps, { ...options, rows: words, columns: words, colours: 'share' });
  const { width } = (shown[0].metadata as unknown as Record<string, { width: number }>)['image/png'];
  expect(width).toBeLessThanOrEqual(760);
});

test('refuses no matrix, another shape, a label twice, and numbers that are none', async () => {
  const draw = (maps: (typeof one)[], colours: 'signed' | 'share' = 'signed') =>
    show.heatMaps(maps, { ...options, colours });
  await expect(draw([])).rejects.toThrow('show.heatMaps: expected at least one matrix, got none');
  await expect(draw([{ ...one, values: [[1, 2, 3]] }])).rejects.toThrow(
    'show.heatMaps, one: expected 2 × 3 numbers, one for each row and column, got 1 × 3',
  );
  await expect(draw([{ ...one, values: [[1, 2, 3], [1]] }])).rejects.toThrow('got 2 × 3 or 1');
  await expect(draw([one, one])).rejects.toThrow(
    'expected a label of its own for each matrix, got one twice',
  );
  await expect(
    draw([
      {
        ...one,
        values: [
          [1, 2, NaN],
          [1, 2, 3],
        ],
      },
    ]),
  ).rejects.toThrow('show.heatMaps, one: expected finite numbers, got NaN');
  await expect(draw([one], 'share')).rejects.toThrow('show.heatMaps, one: expected shares of 0 … 1, got -2');
});
