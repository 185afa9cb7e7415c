import { drawToken, Rng } from 'lineage';

test('tokens are drawn as often as their probability says, those of probability 0 never', () => {
  const probabilities = [0, 0.2, 0, 0.5, 0.3, 0];
  const rng = new Rng(3);
  const draws = 20_000;
  const counts = probabilities.map(() => 0);
  for (let draw = 0; draw < draws; draw++) counts[drawToken(probabilities, rng)]++;
  counts.forEach((count, token) => {
    const p = probabilities[token];
    // Four standard errors
    expect(Math.abs(count / draws - p)).toBeLessThanOrEqual(4 * Math.sqrt((p * (1 - p)) / draws));
  });
});

test('probabilities that all are 0 cannot be drawn from', () => {
  expect(() => drawToken([0, 0], new Rng(0))).toThrow(
    'drawToken: expected at least one probability above 0, got none',
  );
});
