import { barPatterns, madeBarcodes } from 'lineage/data';

const config = { seed: 1, train: 400, test: 200, module: 2, drift: 7 };
const made = madeBarcodes(config);

test('the patterns are EAN-13’s: paper first, ink last, two bars, an odd number of dark modules, all different', () => {
  expect(barPatterns).toHaveLength(10);
  expect(new Set(barPatterns).size).toBe(10);
  for (const pattern of barPatterns) {
    expect(pattern).toMatch(/^0+1+0+1+$/);
    expect(pattern).toHaveLength(7);
    expect([...pattern].filter((module) => module === '1').length % 2).toBe(1);
  }
});

test('the same seed makes the same pictures, another seed others; a larger set begins with a smaller one', () => {
  expect(Buffer.compare(madeBarcodes(config).train.pixels, made.train.pixels)).toBe(0);
  const other = madeBarcodes({ ...config, seed: 2 });
  expect(Buffer.compare(other.train.pixels, made.train.pixels)).not.toBe(0);
  const few = madeBarcodes({ ...config, train: 15 });
  expect(Buffer.compare(few.train.pixels, made.train.slice(0, 15).pixels)).toBe(0);
});

test('every ten images hold each class once', () => {
  for (let from = 0; from < made.test.size; from += 10)
    expect([...made.test.slice(from, from + 10).labels].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

/** Runs of dark columns, as [first, length]. */
function bars(grey: Uint8Array): [first: number, length: number][] {
  const columns = Array.from({ length: 28 }, (_, column) => {
    let sum = 0;
    for (let row = 8; row < 20; row++) sum += grey[row * 28 + column];
    return sum / 12 > 0.35 * 255;
  });
  const found: [number, number][] = [];
  columns.forEach((dark, column) => {
    if (dark && !columns[column - 1]) found.push([column, 0]);
    if (dark) found[found.length - 1][1]++;
  });
  return found;
}

test('a reader that knows the code finds the digit: the widths are the patterns’', () => {
  const wide = madeBarcodes({ ...config, module: 4, drift: 0 }).test;
  for (let index = 0; index < wide.size; index++) {
    const [first, second] = bars(wide.image(index));
    const [, one, gap, two] = (/^(0+)(1+)(0+)(1+)$/.exec(barPatterns[wide.labels[index]]) ?? [])
      .slice(1)
      .map(({ length }) => 4 * length);
    expect(Math.abs(first[1] - one)).toBeLessThanOrEqual(2);
    expect(Math.abs(second[1] - two)).toBeLessThanOrEqual(2);
    expect(Math.abs(second[0] - first[0] - first[1] - gap)).toBeLessThanOrEqual(2);
  }
});

test('a code drifts as far as said, and no further', () => {
  const starts = (drift: number) => {
    const { test: images } = madeBarcodes({ ...config, drift });
    const sevens = Array.from(images.labels.keys()).filter((index) => images.labels[index] === 7);
    return sevens.map((index) => bars(images.image(index))[0][0]);
  };
  const spread = (values: number[]) => Math.max(...values) - Math.min(...values);
  expect(spread(starts(0))).toBeLessThanOrEqual(2);
  expect(spread(starts(7))).toBeGreaterThan(9);
});

test('the provenance names generator and seed', () => {
  expect(made.provenance).toMatchObject({
    kind: 'made',
    from: 'madeBarcodes({ seed: 1, train: 400, test: 200, module: 2, drift: 7 })',
  });
});

test('wrong sizes are refused by name', () => {
  expect(() => madeBarcodes({ ...config, train: 0 })).toThrow(
    'madeBarcodes: expected a whole number of train images of at least 1, got 0',
  );
  expect(() => madeBarcodes({ ...config, module: 5, drift: 0 })).toThrow('madeBarcodes: expected a module');
  expect(() => madeBarcodes({ ...config, drift: 8 })).toThrow('madeBarcodes: expected a drift');
  expect(() => madeBarcodes({ ...config, drift: Number.NaN })).toThrow('got NaN');
});
