import { ClaimMissed, claims, type Provenance } from 'lineage';
import { fakeKernel } from './fake-kernel';

const shown = fakeKernel();
const lastText = () => shown.at(-1)?.bundle['text/plain'];
const made: Provenance = {
  name: 'digits',
  kind: 'made',
  from: 'seed 1',
  licence: 'MIT',
  source: 'this course',
};
const claim = claims({ size: 'quick' });

test('a claim that holds is shown', () => {
  claim('test accuracy', 0.9751, { atLeast: 0.97, published: '98.4 % (full)' });
  expect(lastText()).toBe(
    'claim met: test accuracy 0.9751, expected at least 0.97 (published: 98.4 % (full))',
  );
  expect(shown[0].metadata).toEqual({ lineage: { kind: 'claim' } });
  expect(shown[0].bundle['text/html']).toContain('✓');
});

test('a claim that fails is shown and thrown', () => {
  expect(() => claim('test accuracy', 0.953, { atLeast: 0.97 })).toThrow(ClaimMissed);
  expect(lastText()).toBe('claim missed: test accuracy 0.953, expected at least 0.97');
  expect(() => claim('test accuracy', 0.953, { atLeast: 0.97 })).toThrow(
    'claim missed: test accuracy 0.953, expected at least 0.97',
  );
});

test.each([
  [1, { atLeast: 1 }, true],
  [1, { atMost: 1 }, true],
  [1.01, { atMost: 1 }, false],
  [0.5, { atLeast: 0.4, atMost: 0.6 }, true],
  [0.7, { atLeast: 0.4, atMost: 0.6 }, false],
  [24.7041, { equals: 24.7041 }, true],
  [24.70411, { equals: 24.7041 }, false],
  [24.70411, { equals: 24.7041, within: 1e-4 }, true],
  [24.71, { equals: 24.7041, within: 1e-4 }, false],
])('%p against %p: %p', (value, expectation, holds) => {
  const check = () => claim('figure', value, expectation);
  if (holds) expect(check).not.toThrow();
  else expect(check).toThrow(ClaimMissed);
});

test('figure and bound have digits enough to differ', () => {
  expect(() => claim('accuracy', 0.969999, { atLeast: 0.97 })).toThrow(
    'accuracy 0.969999, expected at least 0.97',
  );
});

test('nothing is checked in a smoke run, nor a published figure on other data; both say so', () => {
  claims({ size: 'smoke' })('accuracy', 0.1, { atLeast: 0.97 });
  expect(lastText()).toBe('not checked (smoke run): accuracy 0.1, expected at least 0.97');
  const onMade = claims({ size: 'quick', data: made });
  onMade('accuracy', 0.1, { atLeast: 0.97, published: '98 %' });
  expect(lastText()).toContain('not checked (made data, not the published set)');
  expect(() => onMade('accuracy', 0.1, { atLeast: 0.97 })).toThrow(ClaimMissed);
  claims({ size: 'quick', data: { ...made, kind: 'npm' } })('loss', 9, { atMost: 1, published: '1' });
  expect(lastText()).toContain('not checked (data of a package, not the published set)');
});

test.each([Number.NaN, Infinity])('%p is missed even where nothing is checked', (value) => {
  expect(() => claims({ size: 'smoke' })('loss', value, { atLeast: 0 })).toThrow(ClaimMissed);
});

test('a claim without a usable bound is refused', () => {
  expect(() => claim('loss', 1, {})).toThrow("claim 'loss': expected atLeast, atMost, or equals");
  expect(() => claim('loss', 1, { atMost: Number.NaN })).toThrow('got atMost NaN');
  expect(() => claim('loss', 1, { atMost: 2, within: 1 })).toThrow('got atMost 2, within 1');
});
