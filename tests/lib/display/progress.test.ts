import { show } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();

test('a bar is drawn in place, throttled, and finish shows the last state without a time', () => {
  const bar = show.progress('100 starts', 100);
  for (let done = 1; done <= 100; done++) bar.update(done, `seed ${done}`);
  bar.finish();
  expect(shown.map(({ bundle }) => bundle['text/plain'])).toEqual([
    expect.stringMatching(/^100 starts: 1 of 100 · \d+ s left · seed 1$/),
    '100 starts: 100 of 100',
  ]);
  expect(shown[0].update).toBeUndefined();
  expect(shown[1]).toMatchObject({
    id: shown[0].id,
    update: true,
    metadata: { lineage: { kind: 'progress' } },
  });
});

test('more than all, or less than nothing, is refused', () => {
  expect(() => show.progress('starts', 10).update(11)).toThrow('starts: expected 0 to 10 parts done, got 11');
  expect(() => show.progress('starts', 0)).toThrow('show.progress: expected a total above 0, got 0');
});
