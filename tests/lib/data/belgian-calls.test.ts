import { belgianCalls, mean } from 'lineage';

test('one figure a year, and the least-squares line that its source prints', () => {
  expect(belgianCalls.map(({ year }) => year)).toEqual(Array.from({ length: 24 }, (_, i) => 1950 + i));
  const [x, y] = [belgianCalls.map(({ year }) => year - 1900), belgianCalls.map(({ calls }) => calls)];
  const [meanX, meanY] = [mean(x), mean(y)];
  const slope =
    mean(x.map((value, i) => (value - meanX) * (y[i] - meanY))) /
    mean(x.map((value) => (value - meanX) ** 2));
  expect(slope).toBeCloseTo(0.504, 3); // Rousseeuw and Leroy, 1987, chapter 2
  expect(meanY - slope * meanX).toBeCloseTo(-26.01, 2);
});
