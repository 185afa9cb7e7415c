import { median, timeInTurn } from 'lineage';

/** Keeps the processor busy. */
function busy(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

test('every work once a round, after warming up', async () => {
  const order: string[] = [];
  const rounds: number[] = [];
  const works = ['a', 'b'].map((name) => () => void order.push(name));
  const times = await timeInTurn(works, { rounds: 2, warmUp: 1, onRound: (done) => rounds.push(done) });
  expect(order.join('')).toBe('ababab');
  expect(rounds).toEqual([1, 2]);
  expect(times.map((each) => each.length)).toEqual([2, 2]);
});

test('a longer work takes longer; the first, slow calls are left out', async () => {
  let calls = 0;
  const short = () => busy(calls++ < 3 ? 60 : 2);
  const [quick, slow] = await timeInTurn([short, () => busy(20)], { rounds: 3 });
  expect(median(quick)).toBeGreaterThanOrEqual(2);
  expect(median(quick)).toBeLessThan(20);
  expect(median(slow)).toBeGreaterThanOrEqual(20);
});

test('lets others have their turn', async () => {
  let turns = 0;
  const timer = setInterval(() => turns++, 1);
  try {
    await timeInTurn([() => busy(30)], { rounds: 4, warmUp: 0 });
  } finally {
    clearInterval(timer);
  }
  expect(turns).toBeGreaterThan(0);
});

test('refuses no work and no rounds', async () => {
  await expect(timeInTurn([], { rounds: 1 })).rejects.toThrow(
    'timeInTurn: expected at least one piece of work, got none',
  );
  await expect(timeInTurn([() => {}], { rounds: 0 })).rejects.toThrow(
    'timeInTurn: expected a whole number of rounds of at least 1, got 0',
  );
  await expect(timeInTurn([() => {}], { rounds: 1, warmUp: -1 })).rejects.toThrow(
    'timeInTurn: expected a whole number of rounds of warming up of at least 0, got -1',
  );
});
