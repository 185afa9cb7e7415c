import { decisionRegions } from 'lineage/models';

const window = { x1: [0, 4], x2: [-1, 1], columns: 4, rows: 2 } as const;

test('neighbours of a row that agree are one rectangle', () => {
  const regions = decisionRegions(([x1, x2]) => (x1 > 1 && x2 > 0 ? 1 : 0), window);
  expect(regions).toEqual([
    { x1: 0, x1End: 4, x2: -1, x2End: 0, y: 0 },
    { x1: 0, x1End: 1, x2: 0, x2End: 1, y: 0 },
    { x1: 1, x1End: 4, x2: 0, x2End: 1, y: 1 },
  ]);
});

test('the rectangles fill the window, whatever is answered', () => {
  const regions = decisionRegions(([x1, x2]) => Math.round(3 * Math.sin(x1 * 5) * x2), {
    ...window,
    columns: 31,
    rows: 17,
  });
  const total = regions.reduce((sum, { x1, x1End, x2, x2End }) => sum + (x1End - x1) * (x2End - x2), 0);
  expect(total).toBeCloseTo(8, 9);
  expect(new Set(regions.map(({ y }) => y)).size).toBeGreaterThan(3);
});

test('the model is asked in the middle of each cell', () => {
  const asked: number[][] = [];
  decisionRegions((x) => asked.push([...x]), { ...window, columns: 2, rows: 1 });
  expect(asked).toEqual([
    [1, 0],
    [3, 0],
  ]);
});

test('an empty grid is refused', () => {
  expect(() => decisionRegions(() => 0, { ...window, rows: 0 })).toThrow(
    'decisionRegions: expected at least 1 column and 1 row, got 4 and 0',
  );
});
