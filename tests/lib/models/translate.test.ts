import * as tf from '@tensorflow/tfjs';
import { Rng, type Translator, translate } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { begin, end, ids } from './rows-backwards';

/** Writes 1 or 2 with odds of 3 to 1, then the end; it looks at what it was given. */
const wavering: Translator<{ last: tf.Tensor1D }> = {
  read: (source) => ({ last: source.slice([0, 0], [-1, 1]).reshape([-1]) }),
  write: (last) => {
    const scores = [...last.dataSync()].map((token) =>
      Array.from({ length: 9 }, (_, k) =>
        token === begin ? (k === 1 ? Math.log(3) : k === 2 ? 0 : -30) : k === end ? 0 : -30,
      ),
    );
    return { logits: tf.tensor2d(scores), state: { last: last.clone() } };
  },
};
const source = (rows: number) => ids(...Array.from({ length: rows }, () => [1, 1]));
const options = { begin, end, longest: 4 };

test('greedy takes the likelier one, always', () => {
  const x = source(50);
  expect(new Set(translate(wavering, x, options).map(({ tokens }) => tokens.join()))).toEqual(new Set(['1']));
  x.dispose();
});

test('sampling draws each as often as it is likely, the same with the same seed', () => {
  const x = source(2000);
  expectNoLeak(() => {
    const draw = (seed: number, temperature?: number) =>
      translate(wavering, x, { ...options, sample: { rng: new Rng(seed), temperature } }).map(
        ({ tokens }) => tokens,
      );
    const first = draw(1);
    expect(first.every((tokens) => tokens.length === 1)).toBe(true);
    const share = (drawn: (readonly number[])[]) => drawn.filter(([token]) => token === 1).length / 2000;
    // Four standard deviations of a share of 2,000 draws.
    expect(Math.abs(share(first) - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / 2000));
    // Twice as hot: odds of √3 to 1.
    expect(Math.abs(share(draw(2, 2)) - 0.634)).toBeLessThan(4 * Math.sqrt((0.634 * 0.366) / 2000));
    expect(share(draw(3, 0))).toBe(1);
    expect(draw(1)).toEqual(first);
    expect(draw(4)).not.toEqual(first);
  });
  x.dispose();
});

test('refuses a temperature below 0, and no tokens at all', () => {
  const x = source(1);
  const sample = { rng: new Rng(1), temperature: -1 };
  expect(() => translate(wavering, x, { ...options, sample })).toThrow(
    'expected a temperature of at least 0',
  );
  expect(() => translate(wavering, x, { ...options, longest: 0 })).toThrow('translate: expected');
  x.dispose();
});
