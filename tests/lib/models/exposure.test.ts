import * as tf from '@tensorflow/tfjs';
import { dispose, exposure, GruEncoderDecoder, type Layer, Rng, Seq2Seq, type Translator } from 'lineage';
import { expectNoLeak } from '../../leaks';
import { begin, end, ids, rowsBackwards } from './rows-backwards';

const options = { begin, end, sourceLength: 4 };
type State = { last: tf.Tensor2D };

/** Writes the token after the one it was given, from 1 to 4 and then the end; but after `begin` it writes `first`. */
const counting = (first: number): Translator<State> & Layer<tf.Tensor2D, tf.Tensor3D> => {
  const after = (token: number) => (token === begin ? first : token < 4 ? token + 1 : end);
  const scores = (tokens: number[]) =>
    tokens.map((token) => Array.from({ length: 9 }, (_, k) => Number(k === after(token))));
  return {
    read: (source) => ({ last: source.clone() }),
    write: (last, { last: state }) => ({
      logits: tf.tensor2d(scores([...last.dataSync()])),
      state: { last: state.clone() },
    }),
    forward: (x) => tf.tensor3d((x.arraySync() as number[][]).map((row) => scores(row.slice(4)))),
  };
};

test('a wrong beginning costs one token by force, and all of them by its own hand', () => {
  const [x, y] = [ids([1, 2, 3, 4, begin, 1, 2, 3, 4]), ids([1, 2, 3, 4, end])];
  const { places, afterMistake } = exposure(counting(2), { x, y }, options);
  expect(places.map(({ forced }) => forced)).toEqual([0, 1, 1, 1, 1]);
  // 2 3 4 end, where 1 2 3 4 end was wanted
  expect(places.map(({ free }) => free)).toEqual([0, 0, 0, 0, 0]);
  expect(afterMistake).toEqual({ tokens: 4, forced: 1, free: 0 });
  tf.dispose([x, y]);
});

test('without a mistake the two are the same, and padding does not count', () => {
  const [x, y] = [ids([1, 2, 0, 0, begin, 3, 4, 0, 0]), ids([3, 4, end, 0, 0])];
  const { places, afterMistake } = exposure(counting(3), { x, y }, options);
  expect(places).toEqual(Array(3).fill({ tokens: 1, forced: 1, free: 1 }));
  expect(afterMistake).toEqual({ tokens: 0, forced: 0, free: 0 });
  tf.dispose([x, y]);
});

test('the first token is as right in both ways, whatever the model', () => {
  const config = { sourceVocabulary: 8, targetVocabulary: 9, sourceLength: 4, channels: 8, hidden: 16 };
  for (const Model of [Seq2Seq, GruEncoderDecoder]) {
    const model = new Model(config, new Rng(5));
    const batch = rowsBackwards(40).take(Array.from({ length: 40 }, (_, k) => k));
    expectNoLeak(() => {
      const { places } = exposure<Record<string, tf.Tensor>>(model as never, batch, options);
      expect(places[0].free).toBe(places[0].forced);
      expect(places[0].tokens).toBe(40);
    });
    tf.dispose([batch.x, batch.y]);
    dispose(model);
  }
});

test('refuses rows that do not fit', () => {
  const [x, y] = [ids([1, 2, 3, 4, begin]), ids([1, end])];
  expect(() => exposure(counting(1), { x, y }, options)).toThrow('exposure, x: expected [1, 6], got [1, 5]');
  tf.dispose([x, y]);
});
