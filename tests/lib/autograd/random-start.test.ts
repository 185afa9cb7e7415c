import { Rng, truthTable } from 'lineage';
import { randomStart } from 'lineage/autograd';

const xor = truthTable('xor');
const config = { hidden: 2, steps: 2000, learningRate: 5 };

test('most starts learn XOR, and stop once the loss is small', () => {
  const starts = Array.from({ length: 12 }, (_, index) => randomStart(xor, config, new Rng(1).fork(index)));
  const learned = starts.filter((start) => start.learned);
  expect(learned.length).toBeGreaterThan(6);
  for (const { outputs, loss } of learned) {
    expect(outputs.map(Math.round)).toEqual([0, 1, 1, 0]);
    expect(loss).toBeLessThan(0.01);
    expect(loss).toBeGreaterThan(0.009);
  }
});

test('a start in a trap is told as such', () => {
  const start = randomStart(xor, config, new Rng(1).fork(0));
  expect(start.learned).toBe(false);
  expect(start.loss).toBeCloseTo(1 / 8, 2);
});

test('the same seed ends at the same numbers, and hidden is the size of the hidden layer', () => {
  const run = () => randomStart(xor, { ...config, hidden: 3, steps: 20 }, new Rng(7));
  expect(run().outputs).toEqual(run().outputs);
  expect(run().model.parameters).toHaveLength(3 * 3 + 4);
});

test('no steps are refused', () => {
  expect(() => randomStart(xor, { ...config, steps: 0 }, new Rng(0))).toThrow(
    'randomStart: expected at least 1 step, got 0',
  );
});
