import { show } from 'lineage';
import type { TopLevelSpec } from 'vega-lite';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const z = Array.from({ length: 8 }, (_, i) =>
  Float32Array.from({ length: 8 }, (_, j) => (i - 4) ** 2 / 3 + j),
);
const title = (text: string) => ({ title: { text } });
const flat = { xaxis: title('weight 1'), yaxis: title('weight 2') };
const still = {
  data: { values: [{ a: 1, b: 2 }] },
  mark: 'point',
  encoding: { x: { field: 'a', title: 'weight 1' }, y: { field: 'b', title: 'loss (nats)' } },
} satisfies TopLevelSpec;

test('a flat figure is drawn by Plotly itself, its numbers plain and short', async () => {
  await show.plotly(
    { data: [{ type: 'contour', z: z as never }], layout: flat },
    { description: 'a valley' },
  );
  const { bundle, metadata } = shown[0];
  expect(Object.keys(bundle)).toEqual(['application/vnd.plotly.v1+json', 'image/png', 'text/plain']);
  const { data } = bundle['application/vnd.plotly.v1+json'] as { data: { z: number[][] }[] };
  expect(data[0].z[3]).toEqual([0.33333, 1.3333, 2.3333, 3.3333, 4.3333, 5.3333, 6.3333, 7.3333]);
  expect(metadata).toEqual({
    lineage: { kind: 'chart' },
    'image/png': { width: 660, height: 440, alt: 'a valley' },
  });
  expect(bundle['text/plain']).toBe('a valley');
  // As JupyterLab shows it in its own size: the width in the picture's header.
  const png = Buffer.from(bundle['image/png'] as string, 'base64');
  expect(png.readUInt32BE(16)).toBe(660);
});

test('a figure in space takes its still picture from Vega-Lite and is refused without', async () => {
  const layout = { scene: { ...flat, zaxis: title('loss (nats)') } };
  const data = [{ type: 'surface' as const, z: z as never }];
  await expect(show.plotly({ data, layout })).rejects.toThrow('expected `still` beside a 3-D figure');
  await show.plotly({ data, layout }, { still });
  expect(shown[0].bundle['image/png']).toBeDefined();
});

test('axes without titles, and figures too large, are refused', async () => {
  const data = [{ type: 'contour' as const, z: z as never }];
  await expect(show.plotly({ data, layout: { xaxis: title('a') } })).rejects.toThrow(
    'on layout.yaxis, got none',
  );
  await expect(
    show.plotly({ data: [{ type: 'surface', z: z as never }], layout: flat }, { still }),
  ).rejects.toThrow('on layout.scene.xaxis, got none');
  const large = Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => 0.123456));
  await expect(show.plotly({ data: [{ type: 'contour', z: large }], layout: flat })).rejects.toThrow(
    'coarser grid',
  );
});
