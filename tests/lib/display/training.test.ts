import { show, type TrainingProgress } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();

async function* run(
  steps: number,
  wait = 0,
  fail = Infinity,
): AsyncGenerator<TrainingProgress & { extra: string }> {
  for (let step = 1; step <= steps; step++) {
    if (wait) await new Promise((resolve) => setTimeout(resolve, wait));
    if (step === fail) throw new Error('loss is NaN at step 5');
    const heldOut = step % 2 === 0 ? { accuracy: step / steps } : undefined;
    yield {
      step,
      steps,
      loss: 2 / step,
      secondsLeft: steps - step,
      examplesPerSecond: 1000,
      heldOut,
      extra: 'kept',
    };
  }
}

interface Chart {
  readonly vconcat: readonly { layer: { data?: { values: object[] } }[]; data: { values: object[] } }[];
}
const last = () => shown[shown.length - 1];
const chart = () => last().bundle['application/vnd.vegalite.v5+json'] as Chart;

test('every value passes through unchanged and in order', async () => {
  const seen: TrainingProgress[] = [];
  for await (const progress of show.training(run(30))) seen.push(progress);
  const expected: TrainingProgress[] = [];
  for await (const progress of run(30)) expected.push(progress);
  expect(seen).toEqual(expected);
});

test('a picture is drawn anew in place, then a chart takes its place', async () => {
  for await (const _ of show.training(run(6), { title: 'Digits', unit: 'nats' })) void _;
  const [first] = shown;
  expect(first.bundle['image/svg+xml']).toContain('Digits');
  expect(first.update).toBeUndefined();
  expect(first.metadata).toEqual({ lineage: { kind: 'training' } });
  expect(last().id).toBe(first.id);
  expect(last().update).toBe(true);
  expect(Object.keys(last().bundle)).toEqual(['application/vnd.vegalite.v5+json', 'image/png', 'text/plain']);
  expect(last().bundle['text/plain']).toBe('step 6 of 6, loss 0.333, held-out accuracy 1');
  expect(chart().vconcat).toHaveLength(2);
});

test('it draws at most four times a second', async () => {
  const start = performance.now();
  for await (const _ of show.training(run(100, 7))) void _;
  const seconds = (performance.now() - start) / 1000;
  const pictures = shown.filter(({ bundle }) => bundle['image/svg+xml']);
  expect(pictures.length).toBeGreaterThan(1);
  expect(pictures.length).toBeLessThanOrEqual(4 * seconds + 1);
});

test('leaving the loop stops the run and still ends in the chart', async () => {
  let closed = false;
  async function* watched() {
    try {
      yield* run(50);
    } finally {
      closed = true;
    }
  }
  for await (const { step } of show.training(watched())) if (step === 20) break;
  expect(closed).toBe(true);
  expect(last().bundle['text/plain']).toMatch(/^stopped at step 20 of 50, loss /);
});

test('a failure passes through and still ends in the chart', async () => {
  const consume = async () => {
    for await (const _ of show.training(run(50, 0, 5))) void _;
  };
  await expect(consume()).rejects.toThrow('loss is NaN at step 5');
  expect(last().bundle['text/plain']).toMatch(/^stopped at step 4 of 50/);
});

test('what fails before the first step shows nothing', async () => {
  const consume = async () => {
    for await (const _ of show.training(run(50, 0, 1))) void _;
  };
  await expect(consume()).rejects.toThrow('loss is NaN');
  expect(shown).toHaveLength(0);
});

test.each([1, 2, 3])('a smoke run of %p steps works', async (steps) => {
  for await (const _ of show.training(run(steps))) void _;
  expect(last().bundle['text/plain']).toContain(`step ${steps} of ${steps}`);
});

test('a long run is thinned, the picture stays small', async () => {
  for await (const _ of show.training(run(5000), { reference: { label: 'guessing', value: 1 } })) void _;
  const points = chart().vconcat.flatMap(({ data, layer }) => [
    data,
    ...layer.flatMap((part) => part.data ?? []),
  ]);
  expect(points.reduce((sum, { values }) => sum + values.length, 0)).toBeLessThanOrEqual(800);
  expect(JSON.stringify(last().bundle).length).toBeLessThan(130_000);
  expect(JSON.stringify(chart())).toContain('guessing');
});

test('two equal runs end in the same bundle: it holds no times', async () => {
  for await (const _ of show.training(run(20))) void _;
  const first = last().bundle;
  for await (const _ of show.training(run(20, 1))) void _;
  expect(last().bundle).toEqual(first);
});

test('a metric that is not measured is refused by name', async () => {
  const consume = async () => {
    for await (const _ of show.training(run(4), { metric: 'f1' })) void _;
  };
  await expect(consume()).rejects.toThrow('show.training: expected a held-out f1, got accuracy.');
});

test('a note is drawn at once, and gone from the next picture', async () => {
  async function* noted() {
    for await (const progress of run(5))
      yield progress.step === 3 ? { ...progress, note: 'Compiling the step, about 3 s' } : progress;
  }
  for await (const _ of show.training(noted())) void _;
  const pictures = shown.flatMap(({ bundle }) => bundle['image/svg+xml'] ?? []);
  expect(pictures.map((svg) => String(svg).includes('Compiling the step, about 3 s'))).toEqual([
    false, // step 1
    true, // 3
    false, // 4
  ]);
  expect(shown.map(({ bundle }) => bundle['text/plain'])).toEqual([
    expect.stringMatching(/^step 1 of 5, loss [\d.]+$/),
    expect.stringMatching(/^step 3 of 5, .*\. Compiling the step, about 3 s$/),
    expect.stringMatching(/^step 4 of 5, [^C]*$/),
    expect.stringMatching(/^step 5 of 5, [^C]*$/),
  ]);
});
