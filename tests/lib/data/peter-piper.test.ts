import { peterPiper } from 'lineage';

test('has 196 letters of 20 kinds, small ones, single spaces and signs, and asks its first sentence back', () => {
  expect(peterPiper).toMatch(/^[a-z]+(?:[.,']? ?[a-z]+)+\?$/);
  expect([peterPiper.length, new Set(peterPiper).size]).toEqual([196, 20]);
  expect(peterPiper.match(/peter piper picked/g)).toHaveLength(4);
});
