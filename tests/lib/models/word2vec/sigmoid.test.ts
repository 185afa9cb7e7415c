import { sigmoid } from 'lineage/models/word2vec/sigmoid';

test('is off by less than 8e-7 within the table, exact outside', () => {
  for (let x = -20; x <= 20; x += 0.01) {
    const exact = 1 / (1 + Math.exp(-x));
    expect(Math.abs(sigmoid(x) - exact)).toBeLessThan(Math.abs(x) < 16 ? 8e-7 : 1e-15);
  }
  expect([sigmoid(-Infinity), sigmoid(0), sigmoid(Infinity), sigmoid(Number.NaN)]).toEqual([
    0,
    0.5,
    1,
    Number.NaN,
  ]);
});
