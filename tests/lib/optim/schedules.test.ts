import { constant, cosine, linear, noam, type Schedule, stepDecay, warmUp } from 'lineage';

const rates = (schedule: Schedule, ...steps: number[]) => steps.map(schedule);
const close = (got: number[], expected: number[]) =>
  got.forEach((rate, index) => {
    expect(rate).toBeCloseTo(expected[index], 12);
  });

test('constant stays', () => {
  expect(rates(constant(0.3), 0, 1, 1e6)).toEqual([0.3, 0.3, 0.3]);
});

test('cosine climbs in equal stairs, is half way down in the middle, and stays at the floor', () => {
  const schedule = cosine({ peak: 1, steps: 14, warmup: 4, floor: 0.2 });
  close(rates(schedule, 0, 1, 3, 4, 9, 14, 100), [0.2, 0.4, 0.8, 1, 0.6, 0.2, 0.2]);
});

test('linear climbs from the start it is given, then falls in a straight line', () => {
  const schedule = linear({ peak: 1, steps: 12, warmup: 2, start: 0 });
  close(rates(schedule, 0, 1, 2, 7, 12, 20), [0, 0.5, 1, 0.5, 0, 0]);
});

test('without a warm-up the first rate is the peak', () => {
  expect(cosine({ peak: 0.5, steps: 10 })(0)).toBe(0.5);
  expect(linear({ peak: 0.5, steps: 10 })(0)).toBe(0.5);
});

test('stepDecay falls in stairs', () => {
  close(rates(stepDecay({ peak: 1, every: 10 }), 0, 9, 10, 19, 20), [1, 1, 0.1, 0.1, 0.01]);
  close(rates(stepDecay({ peak: 1, every: 2, factor: 0.5 }), 1, 2, 4), [1, 0.5, 0.25]);
});

test('noam is highest when the warm-up ends', () => {
  const schedule = noam({ channels: 64, warmup: 10 });
  const all = rates(schedule, ...Array.from({ length: 50 }, (_, step) => step));
  expect(all.indexOf(Math.max(...all))).toBe(9);
});

test('warmUp leads into any schedule, whose steps begin there', () => {
  const schedule = warmUp({ peak: 1, warmup: 3 }, (step) => 1 - step / 10);
  close(rates(schedule, 0, 1, 2, 3, 5), [0.25, 0.5, 0.75, 1, 0.8]);
});

test.each<[() => Schedule, string]>([
  [() => cosine({ peak: 1, steps: 5, warmup: 5 }), 'cosine: expected more steps than the warm-up’s 5, got 5'],
  [() => linear({ peak: 1, steps: 5, floor: 2 }), 'linear: expected a floor of at most the peak 1, got 2'],
  [() => cosine({ peak: -1, steps: 5 }), 'cosine: expected peak of at least 0, got -1'],
  [() => stepDecay({ peak: 1, every: 0 }), 'stepDecay: expected every of at least 1, got 0'],
  [() => noam({ channels: 0, warmup: 5 }), 'noam: expected channels of at least 1, got 0'],
])('a constant out of its range is refused: %#', (make, message) => {
  expect(make).toThrow(message);
});
