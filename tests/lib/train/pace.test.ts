import { Pace } from '../../../lib/train/pace';

/** A clock that the test moves. */
function clock() {
  let time = 5000;
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  return { now: () => time, pass };
}

test('speed is that of training, the time left counts everything; the slow first step counts for neither', () => {
  const { now, pass } = clock();
  const pace = new Pace(now);
  pass(900);
  pace.count(64, 900);
  expect(pace.examplesPerSecond).toBeCloseTo(64 / 0.9);
  expect(pace.secondsLeft(10)).toBeCloseTo(9);
  for (let step = 0; step < 4; step++) {
    pass(10); // the step
    pace.count(64, 10);
    pass(30); // the reader draws
  }
  expect(pace.examplesPerSecond).toBeCloseTo(6400);
  expect(pace.secondsLeft(100)).toBeCloseTo(100 * 0.04);
  expect(pace.secondsLeft(0)).toBe(0);
});

test('a step that is left out, because it was compiled, counts for neither', () => {
  const { now, pass } = clock();
  const pace = new Pace(now);
  pass(900);
  pace.count(64, 900);
  pass(20);
  pace.count(64, 20);
  pass(3000);
  pace.leaveOut(3000);
  expect(pace.examplesPerSecond).toBeCloseTo(3200);
  expect(pace.secondsLeft(100)).toBeCloseTo(2);
  pass(20);
  pace.count(64, 20);
  expect(pace.examplesPerSecond).toBeCloseTo(3200);
  expect(pace.secondsLeft(100)).toBeCloseTo(2);
});
