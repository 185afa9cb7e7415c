import * as tf from '@tensorflow/tfjs';
import { dispose, GruEncoderDecoder, Rng, Seq2Seq, Transformer } from 'lineage';
import { apart, ids } from './rows-backwards';

const sizes = { sourceVocabulary: 8, targetVocabulary: 9, channels: 8 };
const stack = { ...sizes, heads: 2, layers: 2 };

/** Every translator, for sources of a length; and how near the same arithmetic over another length comes. */
describe.each([
  [
    'Seq2Seq',
    (sourceLength: number) => new Seq2Seq({ ...sizes, sourceLength, hidden: 16 }, new Rng(0)),
    1e-6,
  ],
  [
    'GruEncoderDecoder',
    (sourceLength: number) => new GruEncoderDecoder({ ...sizes, sourceLength, hidden: 16 }, new Rng(0)),
    1e-6,
  ],
  [
    "GruEncoderDecoder, Luong's score",
    (sourceLength: number) =>
      new GruEncoderDecoder({ ...sizes, sourceLength, hidden: 16 }, new Rng(0), { score: 'general' }),
    1e-6,
  ],
  [
    'Transformer, pre',
    (sourceLength: number) => new Transformer({ ...stack, sourceLength, norm: 'pre' }, new Rng(0)),
    1e-5,
  ],
  [
    'Transformer, post',
    (sourceLength: number) => new Transformer({ ...stack, sourceLength, norm: 'post' }, new Rng(0)),
    1e-5,
  ],
] as const)('%s', (_, make, near) => {
  test('row t depends on the whole source, and on the target up to t alone', () => {
    const model = make(4);
    tf.tidy(() => {
      const source = [1, 2, 3, 4];
      const plain = model.forward(ids([...source, 1, 3, 5]));
      expect(plain.shape).toEqual([1, 3, 9]);
      const changed = model.forward(ids([...source, 1, 3, 6]));
      expect(apart(plain.slice([0, 0], [1, 2]), changed.slice([0, 0], [1, 2]))).toBe(0);
      expect(apart(plain, changed)).toBeGreaterThan(1e-3);
      const other = model.forward(ids([1, 2, 3, 5, 1, 3, 5]));
      expect(apart(plain.slice([0, 0], [1, 1]), other.slice([0, 0], [1, 1]))).toBeGreaterThan(1e-4);
    });
    dispose(model);
  });

  test('the padding of the source changes nothing', () => {
    const [short, long] = [make(3), make(6)];
    tf.tidy(() => {
      const a = short.forward(ids([1, 2, 3, 1, 4], [5, 6, 0, 1, 2]));
      const b = long.forward(ids([1, 2, 3, 0, 0, 0, 1, 4], [5, 6, 0, 0, 0, 0, 1, 2]));
      expect(apart(a, b)).toBeLessThan(near);
    });
    dispose([short, long]);
  });
});
