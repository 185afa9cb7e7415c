import { penaliseRepetition } from 'lineage';

test('a repeated token becomes less likely, whatever the sign of its logit; the logits given stay', () => {
  const given = [2, -2, 1];
  expect([...penaliseRepetition(given, [0, 1, 1], 2)]).toEqual([1, -4, 1]);
  expect(given).toEqual([2, -2, 1]);
  expect([...penaliseRepetition(given, [0, 1], 1)]).toEqual(given);
  expect(() => penaliseRepetition(given, [], 0.5)).toThrow(
    'penaliseRepetition: expected a penalty of at least 1, got 0.5',
  );
});
