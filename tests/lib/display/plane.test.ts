import { halfPlane, planeAxes, twoClasses, yesSide } from 'lineage';
import { compile } from 'vega-lite';

test('a chart of the plane of two inputs compiles without warnings, its axes named with their unit', () => {
  const warnings: string[] = [];
  const logger = {
    level: () => logger,
    error: () => logger,
    info: () => logger,
    debug: () => logger,
    warn: (...args: unknown[]) => {
      warnings.push(args.join(' '));
      return logger;
    },
  };
  const plane = planeAxes({ x1: [-0.5, 1.5], x2: [0, 2], unit: 'signal' });
  const encoding = { ...plane, ...twoClasses('should say') };
  const side = halfPlane([1, 1], -1.5, [-1, 3]).map((at, turn) => ({ ...at, turn }));
  const { spec } = compile(
    {
      data: { values: [{ x1: 0, x2: 1, y: 1 }, ...side] },
      layer: [yesSide(plane), { mark: 'point', encoding }],
    },
    { logger: logger as never },
  );
  expect(warnings).toEqual([]);
  const titles = (spec.axes ?? []).map((axis) => axis.title).filter(Boolean);
  expect(titles).toEqual(['input x1 (signal)', 'input x2 (signal)']);
  const domains = (spec.scales ?? []).map((scale) => scale.domain);
  expect(domains).toEqual([
    [-0.5, 1.5],
    [0, 2],
    [0, 1],
    [0, 1],
  ]);
});
