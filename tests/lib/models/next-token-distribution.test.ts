import { nextTokenDistribution } from 'lineage';

const logits = [1, 3, 2, -1];

test('without options it is the softmax', () => {
  const total = logits.reduce((sum, logit) => sum + Math.exp(logit), 0);
  nextTokenDistribution(logits).forEach((probability, token) => {
    expect(probability).toBeCloseTo(Math.exp(logits[token]) / total, 12);
  });
});

test('temperature 0 is sure of the likeliest token, of equal ones the first', () => {
  expect([...nextTokenDistribution(logits, { temperature: 0 })]).toEqual([0, 1, 0, 0]);
  expect([...nextTokenDistribution([2, 5, 5], { temperature: 0 })]).toEqual([0, 1, 0]);
});

test('a lower temperature is surer, and a tiny one does not overflow', () => {
  const sureness = [2, 1, 0.5, 1e-6].map((temperature) => nextTokenDistribution(logits, { temperature })[1]);
  expect(sureness).toEqual([...sureness].sort((a, b) => a - b));
  expect(sureness[3]).toBe(1);
});

test('top-k keeps k tokens, top-p those that together reach p, the one that crosses it among them', () => {
  const kept = (options: object) => [...nextTokenDistribution(logits, options)].map((p) => Number(p > 0));
  expect(kept({ topK: 2 })).toEqual([0, 1, 1, 0]);
  expect(kept({ topK: 9 })).toEqual([1, 1, 1, 1]);
  expect(kept({ topP: 0.5 })).toEqual([0, 1, 0, 0]);
  expect(kept({ topP: 0.7 })).toEqual([0, 1, 1, 0]);
  expect(kept({ topP: 1 })).toEqual([1, 1, 1, 1]);
  const rest = nextTokenDistribution(logits, { topK: 3, topP: 0.9, temperature: 0.7 });
  expect(rest.reduce((sum, p) => sum + p)).toBeCloseTo(1, 12);
});

test.each<[number[], object, string]>([
  [logits, { temperature: -1 }, 'a temperature of at least 0'],
  [logits, { temperature: Number.NaN }, 'a temperature of at least 0, got NaN'],
  [logits, { topK: 0 }, 'a whole number of tokens to keep (topK) of at least 1, got 0'],
  [logits, { topP: 0 }, 'topP above 0 and at most 1, got 0'],
  [logits, { topP: 1.1 }, 'topP above 0 and at most 1, got 1.1'],
  [[1, Number.NaN], {}, 'finite logits, got NaN for token 1'],
  [[], {}, 'a whole number of logits of at least 1, got 0'],
])('refuses %j with %j', (wrong, options, message) => {
  expect(() => nextTokenDistribution(wrong, options)).toThrow(`nextTokenDistribution: expected ${message}`);
});
