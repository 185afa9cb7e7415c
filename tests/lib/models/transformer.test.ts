import * as tf from '@tensorflow/tfjs';
import {
  AdamW,
  cosine,
  crossEntropy,
  dispose,
  GruEncoderDecoder,
  parameters,
  Rng,
  Transformer,
  train,
  translate,
  translateByBeam,
} from 'lineage';
import { expectNoLeak } from '../../leaks';
import { apart, begin, end, ids, padded, rowsBackwards, unseenRows } from './rows-backwards';

const config = {
  ...{ sourceVocabulary: 8, targetVocabulary: 9, sourceLength: 4 },
  ...{ channels: 8, heads: 2, layers: 2 },
};

test('without positions the order of the source does not matter, with them it does', () => {
  for (const positions of [false, true]) {
    const model = new Transformer({ ...config, positions }, new Rng(0));
    tf.tidy(() => {
      const difference = apart(model.forward(ids([1, 2, 3, 4, 1])), model.forward(ids([4, 2, 1, 3, 1])));
      if (positions) expect(difference).toBeGreaterThan(1e-3);
      else expect(difference).toBeLessThan(1e-5);
    });
    dispose(model);
  }
});

test('writing token by token scores what reading the whole target scores', () => {
  const model = new Transformer(config, new Rng(0));
  tf.tidy(() => {
    const [source, target] = [
      [1, 2, 3, 0],
      [1, 3, 5],
    ];
    const whole = model.forward(ids([...source, ...target]));
    let state = model.read(ids(source));
    for (const [place, token] of target.entries()) {
      const written = model.write(tf.tensor1d([token], 'int32'), state);
      state = written.state;
      expect(apart(written.logits, whole.slice([0, place], [1, 1]).reshape([1, 9]))).toBeLessThan(1e-5);
      expect(written.weights.sum().dataSync()[0]).toBeCloseTo(1, 5);
      expect(written.weights.dataSync()[3]).toBe(0);
    }
  });
  dispose(model);
});

test('learns to write a row backwards', async () => {
  const model = new Transformer({ ...config, channels: 32, heads: 4 }, new Rng(0));
  const data = rowsBackwards(800);
  const steps = 300;
  const optimizer = new AdamW(model, { learningRate: cosine({ peak: 3e-3, steps, warmup: 30 }) });
  const loss = (logits: tf.Tensor, y: tf.Tensor) => crossEntropy(logits, y, { ignore: 0 });
  const options = { batchSize: 50, steps, rng: new Rng(1), loss, clipNorm: 1 };
  let last = Number.NaN;
  for await (const { loss } of train(model, optimizer, data, options)) last = loss;
  expect(last).toBeLessThan(0.2);
  const unseen = unseenRows();
  const source = ids(...unseen.map((tokens) => padded(tokens, 4)));
  const right = translate(model, source, { begin, end, longest: 6 }).filter(
    ({ tokens }, k) => tokens.join() === [...unseen[k]].reverse().join(),
  );
  expect(right.length).toBeGreaterThanOrEqual(36); // seeds 0–5: 38 to 40
  source.dispose();
  optimizer.dispose();
  dispose(model);
});

test.each([
  ['Transformer', () => new Transformer(config, new Rng(0))],
  ['GruEncoderDecoder', () => new GruEncoderDecoder({ ...config, hidden: 8 }, new Rng(0))],
] as const)(
  '%s: a beam of one is greedy, a wider one finds nothing less likely than a full one',
  (_, make) => {
    const model = make();
    const source = ids([1, 2, 3, 0]);
    const options = { begin: 7, end: 8, longest: 4 };
    const [{ tokens }] = translate(model as Transformer, source, options);
    const search = (width: number) => translateByBeam(model as Transformer, source, { ...options, width })[0];
    const [, ...found] = search(1).tokens;
    expect(found[found.length - 1] === 8 ? found.slice(0, -1) : found).toEqual(tokens);
    expect(search(500).logProbability).toBeGreaterThanOrEqual(search(1).logProbability - 1e-6);
    expect(() =>
      translateByBeam(model as Transformer, ids([1, 2, 3, 0], [1, 2, 3, 0]), { ...options, width: 2 }),
    ).toThrow('translateByBeam: expected one source, got 2. Give them one by one.');
    source.dispose();
    dispose(model);
  },
);

test('refuses what makes no sense', () => {
  expect(() => new Transformer({ ...config, layers: 0 }, new Rng(0))).toThrow(
    'Transformer: expected a whole number of layers of at least 1, got 0',
  );
  const model = new Transformer(config, new Rng(0));
  tf.tidy(() => {
    expect(() => model.forward(ids([1, 2, 3, 4]))).toThrow(
      'Transformer: expected a whole number of target tokens behind the 4 of the source of at least 1, got 0',
    );
    expect(() => model.read(ids([1, 2, 3]))).toThrow('Transformer, source: expected [batch, 4], got [1, 3]');
  });
  dispose(model);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const model = new Transformer({ ...config, dropout: 0.1 }, new Rng(0));
    const [x, source] = [ids([1, 2, 3, 4, 1, 2]), ids([1, 2, 3, 0])];
    const work = () => model.forward(x, new Rng(1)).square().sum<tf.Scalar>();
    const { value, grads } = tf.variableGrads(work, Object.values(parameters(model)));
    translate(model, source, { begin: 1, end: 2, longest: 3 });
    translateByBeam(model, source, { begin: 1, end: 2, longest: 3, width: 2 });
    tf.dispose([x, source, value, grads]);
    dispose(model);
  });
});
