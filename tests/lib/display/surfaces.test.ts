import * as fc from 'fast-check';
import { show, surfaces } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const x = { title: 'w (per hour)', values: [0, 1, 2] };
const y = { title: 'b (nats)', values: [5, 6] };
const slope = [
  [0, 1, 2],
  [1, 2, 3],
];

test('shows surfaces side by side, each with its own title', async () => {
  const { figure, still } = surfaces({ x, y, heights: { 'share right': slope, 'loss (nats)': slope } });
  await show.plotly(figure, { still, description: 'two slopes' });
  const { layout, data } = shown[0].bundle['application/vnd.plotly.v1+json'] as {
    layout: Record<string, { zaxis: { title: { text: string } }; domain: { x: number[] } }>;
    data: { scene: string; z: number[][] }[];
  };
  expect(data.map(({ scene, z }) => [scene, z])).toEqual([
    ['scene', slope],
    ['scene2', slope],
  ]);
  expect(layout.scene.zaxis.title.text).toBe('share right');
  expect(layout.scene2.zaxis.title.text).toBe('loss (nats)');
  expect(layout.scene.domain.x[1]).toBeLessThan(layout.scene2.domain.x[0]);
  expect(shown[0].bundle['image/png']).toBeDefined();
});

test('the still picture has each height at its place', () => {
  const height = fc.integer({ min: -9, max: 9 });
  const ground = fc.array(fc.array(height, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(ground, (rows) => {
      const { still } = surfaces({ x, y, heights: { height: rows } });
      const [panel] = (still as unknown as { hconcat: { data: { values: object[] } }[] }).hconcat;
      expect(panel.data.values).toEqual(
        rows.flatMap((row, j) => row.map((height, i) => ({ x: x.values[i], y: y.values[j], height }))),
      );
    }),
  );
});

test('heights that do not fit the ground are refused', () => {
  expect(() => surfaces({ x, y, heights: {} })).toThrow('expected heights of at least one surface, got none');
  expect(() => surfaces({ x, y, heights: { loss: [[1, 2, 3], [1]] } })).toThrow(
    'surfaces: loss: expected heights [2, 3], one per place, got rows of 3, 1',
  );
  expect(() => surfaces({ x, y, heights: { loss: [] } })).toThrow('got rows of nothing');
});
