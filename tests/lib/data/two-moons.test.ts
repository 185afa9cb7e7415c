import { Rng } from 'lineage';
import { twoMoons } from 'lineage/data';

test('without noise every point lies on its half circle', () => {
  const { inputs, targets } = twoMoons({ size: 41, noise: 0 }, new Rng(1));
  inputs.forEach(([x, y], index) => {
    const [dx, dy] = targets[index] === 0 ? [x, y] : [1 - x, 0.5 - y];
    expect(dx * dx + dy * dy).toBeCloseTo(1, 12);
    expect(dy).toBeGreaterThanOrEqual(-1e-12);
  });
});

test('both moons run from end to end', () => {
  const { inputs, targets } = twoMoons({ size: 41, noise: 0 }, new Rng(1));
  const across = (label: number) => inputs.filter((_, index) => targets[index] === label).map(([x]) => x);
  expect([across(0).length, across(1).length]).toEqual([20, 21]);
  expect([Math.min(...across(0)), Math.max(...across(0))]).toEqual([-1, 1]);
  expect([Math.min(...across(1)), Math.max(...across(1))]).toEqual([0, 2]);
});

test('noise has the standard deviation asked for', () => {
  const at = (noise: number) => twoMoons({ size: 4_000, noise }, new Rng(3)).inputs;
  const [clean, noisy] = [at(0), at(0.2)];
  const squares = noisy.flatMap((point, index) =>
    point.map((value, axis) => (value - clean[index][axis]) ** 2),
  );
  const deviation = Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / squares.length);
  expect(deviation).toBeCloseTo(0.2, 2);
});

test('the same seed gives the same points, the classes mixed', () => {
  const points = (seed: number) => twoMoons({ size: 100, noise: 0.1 }, new Rng(seed));
  expect(points(1).inputs).toEqual(points(1).inputs);
  expect(points(1).inputs).not.toEqual(points(2).inputs);
  expect(new Set(points(1).targets.slice(0, 20))).toEqual(new Set([0, 1]));
});

test('twoMoons() refuses too few points and noise that is none', () => {
  expect(() => twoMoons({ size: 3, noise: 0 }, new Rng(1))).toThrow(
    'twoMoons: expected a whole number of points of at least 4, got 3',
  );
  expect(() => twoMoons({ size: 10, noise: -1 }, new Rng(1))).toThrow(
    'twoMoons: expected noise of at least 0, got -1',
  );
});
