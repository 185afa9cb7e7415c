import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  type AdditiveAttention,
  crossEntropy,
  dispose,
  GruEncoderDecoder,
  parameters,
  Rng,
  train,
  translate,
} from 'lineage';
import { expectNoLeak } from '../../leaks';
import { begin, end, ids, padded, rowsBackwards, unseenRows } from './rows-backwards';

const config = { sourceVocabulary: 8, targetVocabulary: 9, sourceLength: 4, channels: 8, hidden: 16 };

test('learns to write a row backwards, and looks at the right places', async () => {
  const model = new GruEncoderDecoder({ ...config, hidden: 32, channels: 16 }, new Rng(0));
  const data = rowsBackwards(400);
  const optimizer = new Adam(model, { learningRate: 0.01 });
  const loss = (logits: tf.Tensor, y: tf.Tensor) => crossEntropy(logits, y, { ignore: 0 });
  const options = { batchSize: 50, steps: 160, rng: new Rng(1), loss };
  let last = Number.NaN;
  for await (const { loss } of train(model, optimizer, data, options)) last = loss;
  expect(last).toBeLessThan(0.1);

  const unseen = unseenRows();
  const source = ids(...unseen.map((tokens) => padded(tokens, 4)));
  const translations = translate(model, source, { begin, end, longest: 6 });
  const right = translations.filter(({ tokens }, k) => tokens.join() === [...unseen[k]].reverse().join());
  expect(right.length).toBeGreaterThanOrEqual(36);
  for (const { tokens, weights } of translations) {
    expect(weights.length).toBe(tokens.length);
    for (const look of weights) expect(look.reduce((sum, weight) => sum + weight)).toBeCloseTo(1, 5);
  }
  source.dispose();
  optimizer.dispose();
  dispose(model);
});

test("Luong's score: as the layer computes it, with fewer numbers; all else starts the same", () => {
  const [bahdanau, luong] = (['additive', 'general'] as const).map(
    (score) => new GruEncoderDecoder(config, new Rng(0), { score }),
  );
  tf.tidy(() => {
    const encoded = luong.read(ids([1, 2, 3, 0]));
    const token = luong.target.forward<tf.Tensor2D>(tf.tensor1d([1], 'int32'));
    const { weights } = luong.stepper(encoded)(token, encoded.state);
    // e_t = s · W h_t, and the softmax of them; padding gets nothing
    const [state] = encoded.state.arraySync();
    const [keys] = encoded.projected.arraySync();
    const powers = keys
      .slice(0, 3)
      .map((key) => Math.exp(key.reduce((sum, value, i) => sum + value * state[i], 0)));
    const all = powers.reduce((sum, power) => sum + power);
    const [looked] = weights.arraySync();
    for (const [place, power] of powers.entries()) expect(looked[place]).toBeCloseTo(power / all, 5);
    expect(looked[3]).toBe(0);
  });
  const count = (model: unknown) => Object.values(parameters(model)).reduce((sum, { size }) => sum + size, 0);
  const { hidden: H } = config;
  expect(count(bahdanau) - count(luong)).toBe(H * H + H); // W of the state, and v
  const weights = [bahdanau, luong].map(({ output }) => [...output.weight.dataSync()]);
  expect(weights[0]).toEqual(weights[1]);
  dispose([bahdanau, luong]);
});

test('with v frozen at 0 it takes in everything alike, and training leaves it so', async () => {
  const model = new GruEncoderDecoder(config, new Rng(0));
  const attention = model.attention as AdditiveAttention;
  attention.score.assign(tf.zerosLike(attention.score));
  attention.score.trainable = false;
  const optimizer = new Adam(model, { learningRate: 0.01 });
  const loss = (logits: tf.Tensor, y: tf.Tensor) => crossEntropy(logits, y, { ignore: 0 });
  const options = { batchSize: 20, steps: 5, rng: new Rng(1), loss };
  for await (const progress of train(model, optimizer, rowsBackwards(100), options)) void progress;
  const source = ids([1, 2, 3, 0]);
  const [{ weights }] = translate(model, source, { begin, end: -1, longest: 3 });
  for (const [first, second, third, padding] of weights) {
    for (const weight of [first, second, third]) expect(weight).toBeCloseTo(1 / 3, 6);
    expect(padding).toBe(0);
  }
  source.dispose();
  optimizer.dispose();
  dispose(model);
});

test('stops at the longest target, if no end comes', () => {
  const model = new GruEncoderDecoder(config, new Rng(0));
  tf.tidy(() => {
    const [{ tokens }] = translate(model, ids([1, 2, 3, 4]), { begin: 1, end: -1, longest: 3 });
    expect(tokens.length).toBe(3);
    expect(() => translate(model, ids([1, 2, 3, 4]), { begin: 1, end: 2, longest: 0 })).toThrow(
      'translate: expected a whole number of tokens of at least 1, got 0',
    );
  });
  dispose(model);
});

test('refuses another score by its name', () => {
  expect(() => new GruEncoderDecoder(config, new Rng(0), { score: 'dot' as 'general' })).toThrow(
    "GruEncoderDecoder: expected a score 'additive' or 'general', got dot",
  );
});

test('refuses a source of padding alone, a missing target, another length', () => {
  const model = new GruEncoderDecoder(config, new Rng(0));
  tf.tidy(() => {
    expect(() => model.forward(ids([0, 0, 0, 0, 1]))).toThrow(
      'expected lengths of 1–4 steps, got 0 for row 0',
    );
    expect(() => model.forward(ids([1, 2, 3, 4]))).toThrow(
      'GruEncoderDecoder: expected a whole number of target tokens behind the 4 of the source of at least 1, got 0',
    );
    expect(() => model.read(ids([1, 2, 3]))).toThrow(
      'GruEncoderDecoder, source: expected [batch, 4], got [1, 3]',
    );
  });
  dispose(model);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const model = new GruEncoderDecoder(config, new Rng(0));
    const [x, source] = [ids([1, 2, 3, 4, 1, 2]), ids([1, 2, 3, 0])];
    const work = () => model.forward(x).square().sum<tf.Scalar>();
    const { value, grads } = tf.variableGrads(work, Object.values(parameters(model)));
    translate(model, source, { begin: 1, end: 2, longest: 3 });
    tf.dispose([x, source, value, grads]);
    dispose(model);
  });
});
