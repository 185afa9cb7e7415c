import * as tf from '@tensorflow/tfjs';
import {
  dispose,
  generateFromState,
  hiddenStates,
  LstmLanguageModel,
  parameters,
  type RecurrentLanguageModel,
  Rng,
  RnnLanguageModel,
  readAlong,
  TextStreams,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 7, channels: 6, hidden: 16 };
const ids = (...rows: number[][]) => tf.tensor2d(rows, [rows.length, rows[0].length], 'int32');
const text = Int32Array.from({ length: 150 }, (_, index) => (index * index) % 7);

test('row t depends on the tokens up to t alone', () => {
  const model = new RnnLanguageModel(config, new Rng(0));
  tf.tidy(() => {
    const [a, b] = [ids([1, 2, 3, 4]), ids([1, 2, 3, 5])].map((x) => model.forward(x));
    const apart = a.sub(b).abs().max(2).reshape([4]).dataSync();
    expect([...apart.slice(0, 3)]).toEqual([0, 0, 0]);
    expect(apart[3]).toBeGreaterThan(1e-3);
  });
  dispose(model);
});

describe.each<[string, () => RecurrentLanguageModel]>([
  ['RnnLanguageModel', () => new RnnLanguageModel(config, new Rng(0)) as RecurrentLanguageModel],
  [
    'LstmLanguageModel',
    () => new LstmLanguageModel({ ...config, layers: 2 }, new Rng(0)) as unknown as RecurrentLanguageModel,
  ],
])('%s', (_, make) => {
  test('in two parts, with the state carried over, it says what it says in one', () => {
    const model = make();
    tf.tidy(() => {
      const whole = model.read(ids([1, 2, 3, 4, 5], [6, 5, 4, 3, 2]), model.emptyState(2));
      const first = model.read(ids([1, 2], [6, 5]), model.emptyState(2));
      const rest = model.read(ids([3, 4, 5], [4, 3, 2]), first.state);
      const joined = tf.concat([first.logits, rest.logits], 1);
      expect(joined.sub(whole.logits).abs().max().dataSync()[0]).toBeLessThan(1e-5);
      for (const [name, last] of Object.entries(whole.state))
        expect(rest.state[name].sub(last).abs().max().dataSync()[0]).toBeLessThan(1e-5);
    });
    dispose(model);
  });

  test('hiddenStates are those of one pass over the text, longer than a stretch', () => {
    const model = make();
    const units = hiddenStates(model, text);
    expect(units).toHaveLength(16);
    tf.tidy(() => {
      const { hidden } = model.read(ids([...text]), model.emptyState(1));
      const expected = hidden.squeeze<tf.Tensor2D>([0]).transpose();
      expect(
        tf
          .stack(units.map((unit) => tf.tensor1d(unit)))
          .sub(expected)
          .abs()
          .max()
          .dataSync()[0],
      ).toBeLessThan(1e-5);
    });
    expect(hiddenStates(model, [3])[0]).toHaveLength(1);
    dispose(model);
  });

  test('readAlong is the mean over the whole text; without carrying, each window begins anew', () => {
    const model = make();
    const streams = new TextStreams(text, { streams: 1, window: 10 });
    const whole = new TextStreams(text.slice(0, 141), { streams: 1, window: 140 });
    expect(readAlong(model, streams)).toBeCloseTo(readAlong(model, whole), 5);
    const anew = readAlong(model, streams, { carry: false });
    expect(Math.abs(anew - readAlong(model, streams))).toBeGreaterThan(1e-5);
    dispose(model);
  });

  test('generates', () => {
    const model = make();
    const said = [...generateFromState(model, [1], { tokens: 9, rng: new Rng(1), temperature: 0 })];
    const all = tf.tidy(() => {
      const { logits } = model.read(ids([1, ...said.slice(0, -1)]), model.emptyState(1));
      return [...logits.argMax(-1).dataSync()];
    });
    expect(said).toEqual(all);
    dispose(model);
  });

  test('leaks nothing', () => {
    expectNoLeak(() => {
      const model = make();
      readAlong(model, new TextStreams(text, { streams: 2, window: 10 }));
      hiddenStates(model, text);
      dispose(model);
    });
  });
});

test('refuses what is no text', () => {
  const model = new RnnLanguageModel(config, new Rng(0));
  expect(() => hiddenStates(model, [])).toThrow(
    'hiddenStates: expected a text of at least one token, got none',
  );
  expect(() => hiddenStates(model, [1, 7])).toThrow(
    'hiddenStates: expected token ids 0–6, got 7 at position 1',
  );
  tf.tidy(() => {
    expect(() => model.forward(tf.zeros([2, 0], 'int32'))).toThrow(
      'RnnLanguageModel: expected [batch, time] with at least one example, got [2, 0]',
    );
  });
  dispose(model);
});

test('gradients leak nothing', () => {
  expectNoLeak(() => {
    const model = new RnnLanguageModel(config, new Rng(0));
    const x = ids([1, 2, 3]);
    const work = () => model.forward(x).square().sum<tf.Scalar>();
    const { value, grads } = tf.variableGrads(work, Object.values(parameters(model)));
    tf.dispose([x, value, grads]);
    dispose(model);
  });
});
