import { thin } from 'lineage';

const rows = Array.from({ length: 5000 }, (_, step) => ({
  step,
  loss: step === 2718 ? 9 : step === 3141 ? -9 : Math.sin(step),
}));

test('thin keeps the ends and the extremes, in order, and no more than asked', () => {
  const kept = thin(rows, { y: 'loss', most: 100 });
  expect(kept.length).toBeLessThanOrEqual(100);
  expect(kept.length).toBeGreaterThan(90);
  expect(kept[0]).toBe(rows[0]);
  expect(kept.at(-1)).toBe(rows.at(-1));
  expect(kept).toContain(rows[2718]);
  expect(kept).toContain(rows[3141]);
  expect(kept.map(({ step }) => step)).toEqual([...kept.map(({ step }) => step)].sort((a, b) => a - b));
});

test('thin keeps all of a short curve', () => {
  expect(thin(rows.slice(0, 7), { y: 'loss', most: 7 })).toEqual(rows.slice(0, 7));
  expect(thin([], { y: 'loss' as never })).toEqual([]);
  expect(() => thin(rows, { y: 'loss', most: 3 })).toThrow('expected to keep at least 4 rows, got most = 3');
});
