import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { Images, madeDigits } from 'lineage/data';
import { ink, Measurements, measure, standardise, symmetry, zones } from 'lineage/features';
import { expectNoLeak } from '../../leaks';

const { train, test: held } = madeDigits({ seed: 3, train: 200, test: 40 });
const list = [ink, symmetry, zones];

test('measure() lays the features side by side, picture by picture', () => {
  const table = measure(train, list);
  expect([table.size, table.width]).toEqual([200, 19]);
  const picture = Float32Array.from(train.image(7), (grey) => grey / 255);
  const numbers = list.flatMap((feature) => [...feature(picture)]);
  expect([...table.row(7)]).toEqual(numbers.map(Math.fround));
  expect(table.labels).toEqual(train.labels);
});

test('columns() are those of the features measured alone', () => {
  const table = measure(train, list);
  expect(table.columns(1, 3).values).toEqual(measure(train, [symmetry]).values);
  expect(table.columns(0, 19).values).toEqual(table.values);
  expect(() => table.columns(3, 20)).toThrow(
    'Measurements.columns: expected 0 ≤ from < to ≤ 19, got 3 and 20',
  );
});

test('take() gives rows and labels in the order asked, and leaves two tensors', async () => {
  const table = measure(train, [ink, symmetry]);
  const { x, y } = table.take([5, 0, 5]);
  expect(x.shape).toEqual([3, 3]);
  expect([...(await x.data())]).toEqual([...table.row(5), ...table.row(0), ...table.row(5)]);
  expect([...(await y.data())]).toEqual([5, 0, 5].map((index) => train.labels[index]));
  expect(y.dtype).toBe('int32');
  tf.dispose([x, y]);
  expectNoLeak(() => {
    const batch = table.take([1, 2]);
    tf.dispose([batch.x, batch.y]);
  });
});

/** Mean and standard deviation of one column. */
const moments = (table: Measurements, column: number) => {
  const values = Array.from(table.labels, (_, row) => table.row(row)[column]);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return [mean, Math.sqrt(variance)];
};

test('standardised training columns have mean 0 and deviation 1; the test set is moved alike', () => {
  const [a, b] = [measure(train, list), measure(held, list)];
  const scaled = standardise(a, b);
  for (let column = 0; column < a.width; column++) {
    const [mean, deviation] = moments(a, column);
    if (deviation === 0) continue;
    expect(moments(scaled.train, column)[0]).toBeCloseTo(0, 5);
    expect(moments(scaled.train, column)[1]).toBeCloseTo(1, 5);
    expect(scaled.test.row(4)[column]).toBeCloseTo((b.row(4)[column] - mean) / deviation, 3);
  }
});

test('the test pictures have no say in the scale', () => {
  const [a, b] = [measure(train, list), measure(held, list)];
  const dimmed = new Measurements(
    b.values.map((value) => value / 100),
    b.labels,
  );
  expect(standardise(a, dimmed).train.values).toEqual(standardise(a, b).train.values);
});

test('shifting and stretching a column changes nothing', () => {
  const a = measure(train, [ink]);
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      (shift, stretch) => {
        const moved = new Measurements(
          a.values.map((value) => stretch * value + shift),
          a.labels,
        );
        const expected = standardise(a, a).train.values;
        standardise(moved, moved).train.values.forEach((value, row) => {
          expect(value).toBeCloseTo(expected[row], 2);
        });
      },
    ),
    { numRuns: 20 },
  );
});

test.each([0, 1, 0.1, 1e6 / 3])(
  'a column that is always %p becomes 0, also where the test set differs',
  (constant) => {
    const labels = Uint8Array.from({ length: 1000 }, (_, row) => row % 10);
    const a = new Measurements(new Float32Array(1000).fill(constant), labels);
    const b = new Measurements(new Float32Array(1000).fill(constant + 1), labels);
    const scaled = standardise(a, b);
    expect(scaled.train.values.every((value) => value === 0)).toBe(true);
    expect(scaled.test.values.every((value) => value === 0)).toBe(true);
  },
);

test('a blank picture can be measured', () => {
  const blank = new Images(new Uint8Array(784), Uint8Array.of(0));
  expect([...measure(blank, [ink, symmetry]).row(0)]).toEqual([0, 1, 1]);
});

test('wrong input is refused by name', () => {
  expect(() => measure(train, [])).toThrow('measure: expected at least one feature, got none');
  let calls = 0;
  const fickle = () => new Array(calls++ < 4 ? 2 : 3).fill(0);
  expect(() => measure(train, [fickle])).toThrow(
    'measure: expected 2 numbers of fickle for every picture, got 3 at picture 3',
  );
  const infinite = () => [1 / 0];
  expect(() => measure(train, [infinite])).toThrow(
    'Measurements: expected finite numbers, got Infinity for picture 0, number 0',
  );
  expect(() => new Measurements(new Float32Array(5), new Uint8Array(2))).toThrow(
    'Measurements: expected as many numbers for each of 2 labels, got 5 numbers',
  );
  const table = measure(train, [ink]);
  expect(() => table.take([])).toThrow('Measurements.take: expected at least one index, got none');
  expect(() => table.take([200])).toThrow('Measurements: index 200 is outside the 200 pictures (0–199)');
  expect(() => standardise(table, measure(held, list))).toThrow(
    'standardise: expected test rows of 1 numbers as in training, got 19',
  );
});
