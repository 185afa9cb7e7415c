import { type PathPoint, show, surfacePaths } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const bowl = (x: number, y: number) => x * x + y * y;
const window = { x: [-2, 2], y: [-1, 3], titles: ['x (m)', 'y (m)', 'height (m)'], goal: [0, 0] } as const;
const walk = (name: string, steps: number): PathPoint[] =>
  Array.from({ length: steps + 1 }, (_, step) => ({ name, step, x: 1 / (step + 1), y: 2 / (step + 1) }));
interface Trace {
  readonly name: string;
  readonly x: number[];
  readonly y: number[];
  readonly z: number[][] & number[];
}

test('the surface has the heights of the function, and each walk lies just above it', () => {
  const { figure } = surfacePaths(bowl, window, [...walk('a', 10), ...walk('b', 500)]);
  const [floor, a, b] = figure.data as unknown as Trace[];
  expect([floor.x[0], floor.x.at(-1), floor.y[0], floor.y.at(-1)]).toEqual([-2, 2, -1, 3]);
  expect(floor.z[3][7]).toBeCloseTo(bowl(floor.x[7], floor.y[3]), 12);
  expect([a.name, b.name]).toEqual(['a', 'b']);
  expect(a.x).toHaveLength(11);
  a.z.forEach((z, step) => {
    expect(Number(z) - bowl(a.x[step], a.y[step])).toBeCloseTo(0.01 * 13, 1);
  });
  // the first forty steps, and of the rest every twentieth
  expect(b.x).toHaveLength(40 + 24);
  expect(b.x.at(-1)).toBeCloseTo(1 / 501, 12);
});

test('steps out of the window are left out', () => {
  const away = [...walk('a', 2), { name: 'a', step: 3, x: 9, y: 9 }];
  const [, a] = surfacePaths(bowl, window, away).figure.data as unknown as Trace[];
  expect(a.x).toHaveLength(3);
});

test('plotly and Vega-Lite draw it', async () => {
  const { figure, still } = surfacePaths(bowl, window, walk('a', 100));
  await show.plotly(figure, { still });
  expect(Object.keys(shown[0].bundle)).toContain('image/png');
});

test('no walk, and more walks than colours, are refused', () => {
  expect(() => surfacePaths(bowl, window, [])).toThrow('surfacePaths: expected 1 to 7 walks, got 0');
  const many = Array.from({ length: 8 }, (_, index) => walk(`${index}`, 1)).flat();
  expect(() => surfacePaths(bowl, window, many)).toThrow('expected 1 to 7 walks, got 8');
});
