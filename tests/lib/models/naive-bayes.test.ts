import * as tf from '@tensorflow/tfjs';
import fc from 'fast-check';
import { dispose, naiveBayes, predict, SparseExamples, SparseVector } from 'lineage';
import { expectNoLeak } from '../../leaks';

const rows = (dense: readonly number[][]) => dense.map((row) => SparseVector.from(row));

test('agrees with the example of Manning, Raghavan and Schütze, “Introduction to Information Retrieval”, 13.2', () => {
  // Chinese, Beijing, Shanghai, Macao, Tokyo, Japan; class 1 is China.
  const training = [
    [2, 1, 0, 0, 0, 0],
    [2, 0, 1, 0, 0, 0],
    [1, 0, 0, 1, 0, 0],
    [1, 0, 0, 0, 1, 1],
  ];
  const model = naiveBayes(new SparseExamples(rows(training), [1, 1, 1, 0]));
  // The test document is Chinese Chinese Chinese Tokyo Japan.
  const china = (3 / 4) * (3 / 7) ** 3 * (1 / 14) ** 2;
  const other = (1 / 4) * (2 / 9) ** 3 * (2 / 9) ** 2;
  const bag = tf.tensor2d([[3, 0, 0, 0, 1, 1]]);
  expect(predict(model, bag)[1]).toBeCloseTo(china / (china + other), 5);
  const [logitOther, logitChina] = tf.tidy(() => model.forward(bag).dataSync());
  expect(Math.exp(logitChina)).toBeCloseTo(china, 6);
  expect(Math.exp(logitOther)).toBeCloseTo(other, 6);
  tf.dispose(bag);
  dispose(model);
});

test('the words of each class share one whole, and the order of examples makes no difference', () => {
  const example = fc.tuple(fc.array(fc.nat(3), { minLength: 3, maxLength: 3 }), fc.nat(1));
  fc.assert(
    fc.property(fc.array(example, { minLength: 1, maxLength: 6 }), (drawn) => {
      const examples = [...drawn, [[1, 0, 0], 0], [[0, 1, 0], 1]] as [number[], number][];
      const of = (list: typeof examples) =>
        naiveBayes(
          new SparseExamples(
            rows(list.map(([row]) => row)),
            list.map(([, label]) => label),
          ),
        );
      const [model, backwards] = [of(examples), of([...examples].reverse())];
      const wholes = tf.tidy(() => model.weight.exp().sum(0).dataSync());
      expect(wholes[0]).toBeCloseTo(1, 5);
      expect(wholes[1]).toBeCloseTo(1, 5);
      expect(backwards.weight.dataSync()).toEqual(model.weight.dataSync());
      dispose(model);
      dispose(backwards);
    }),
    { numRuns: 30 },
  );
});

test('leaves no tensor behind', () => {
  const examples = new SparseExamples(
    rows([
      [1, 0],
      [0, 1],
    ]),
    [0, 1],
  );
  expectNoLeak(() => dispose(naiveBayes(examples)));
});

test.each([
  [
    () => naiveBayes(new SparseExamples(rows([[1, 0]]), [1])),
    'naiveBayes: expected an example of each of the 2 classes, got none of 0',
  ],
  [
    () => naiveBayes(new SparseExamples(rows([[-1, 0]]), [0])),
    'naiveBayes: expected counts of at least 0, got -1 in row 0',
  ],
  [
    () => naiveBayes(new SparseExamples(rows([[1, 0]]), [0]), { smoothing: 0 }),
    'naiveBayes: expected smoothing of at least 5e-324, got 0',
  ],
])('refuses what makes no sense: %#', (work, message) => {
  expect(work).toThrow(message);
});
