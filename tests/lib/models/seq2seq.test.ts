import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  crossEntropy,
  dispose,
  parameters,
  Rng,
  Seq2Seq,
  train,
  translate,
  translateByBeam,
} from 'lineage';
import { expectNoLeak } from '../../leaks';
import { apart, begin, end, ids, padded, rowsBackwards, unseenRows } from './rows-backwards';

const config = { sourceVocabulary: 8, targetVocabulary: 9, sourceLength: 4, channels: 8, hidden: 16 };

test('learns to write a row backwards, from its one vector', async () => {
  const model = new Seq2Seq({ ...config, hidden: 48, channels: 16 }, new Rng(0));
  const optimizer = new Adam(model, { learningRate: 0.01 });
  const loss = (logits: tf.Tensor, y: tf.Tensor) => crossEntropy(logits, y, { ignore: 0 });
  const options = { batchSize: 50, steps: 200, rng: new Rng(1), loss };
  let last = Number.NaN;
  for await (const { loss } of train(model, optimizer, rowsBackwards(400), options)) last = loss;
  expect(last).toBeLessThan(0.2);

  const unseen = unseenRows();
  const source = ids(...unseen.map((tokens) => padded(tokens, 4)));
  const translations = translate(model, source, { begin, end, longest: 6 });
  const right = translations.filter(({ tokens }, k) => tokens.join() === [...unseen[k]].reverse().join());
  expect(right.length).toBeGreaterThanOrEqual(32);
  for (const { weights } of translations) expect(weights).toEqual([]);
  source.dispose();
  optimizer.dispose();
  dispose(model);
});

test('what it writes depends on the source through the context and the first state alone', () => {
  const model = new Seq2Seq(config, new Rng(0));
  tf.tidy(() => {
    const thought = model.read(ids([1, 2, 3, 0]));
    expect(thought.context.shape).toEqual([1, 16]);
    const [given, source] = [
      [7, 4, 5],
      [1, 2, 3, 0],
    ];
    const all = model.forward(ids([...source, ...given]));
    let carried = thought;
    for (const [t, token] of given.entries()) {
      const written = model.write(tf.tensor1d([token], 'int32'), carried);
      expect(apart(written.logits, all.slice([0, t], [1, 1]).reshape([1, 9]))).toBeLessThan(1e-6);
      expect(apart(written.state.context, thought.context)).toBe(0);
      carried = written.state;
    }
  });
  dispose(model);
});

test('the context is the state after the last token, not after the padding', () => {
  const model = new Seq2Seq(config, new Rng(0));
  tf.tidy(() => {
    const states = model.encoder.forward(model.source.forward(ids([1, 2, 3, 0])));
    const { context } = model.read(ids([1, 2, 3, 0]));
    expect(apart(context, states.slice([0, 2], [1, 1]).reshape([1, 16]))).toBeLessThan(1e-6);
  });
  dispose(model);
});

test('stops at the longest target, if no end comes', () => {
  const model = new Seq2Seq(config, new Rng(0));
  tf.tidy(() => {
    const [{ tokens }] = translate(model, ids([1, 2, 3, 4]), { begin, end: -1, longest: 3 });
    expect(tokens).toHaveLength(3);
    const [best] = translateByBeam(model, ids([1, 2, 3, 4]), { begin, end: -1, longest: 3, width: 2 });
    expect(best.tokens).toHaveLength(4);
  });
  dispose(model);
});

test('a beam of any width is searched; of width 1 it is greedy', () => {
  const model = new Seq2Seq(config, new Rng(3));
  tf.tidy(() => {
    const source = ids([1, 2, 3, 4]);
    const options = { begin, end, longest: 5 };
    const [{ tokens }] = translate(model, source, options);
    const [greedy] = translateByBeam(model, source, { ...options, width: 1 });
    expect(greedy.tokens.slice(1).filter((token) => token !== end)).toEqual(tokens);
    // Wider than the vocabulary: the first step finds 9 hypotheses, the next more.
    const wide = translateByBeam(model, source, { ...options, width: 100 });
    expect(wide.length).toBe(100);
    expect(wide[0].logProbability).toBeGreaterThanOrEqual(greedy.logProbability);
    expect(() => translateByBeam(model, source, { ...options, width: 0 })).toThrow(
      'beamSearch: expected a whole number of hypotheses in the beam of at least 1, got 0',
    );
    expect(() => translateByBeam(model, ids([1, 2, 3, 4], [4, 3, 2, 1]), { ...options, width: 2 })).toThrow(
      'translateByBeam: expected one source, got 2',
    );
  });
  dispose(model);
});

test('refuses a source of padding alone, a missing target, another length', () => {
  const model = new Seq2Seq(config, new Rng(0));
  tf.tidy(() => {
    expect(() => model.forward(ids([0, 0, 0, 0, 1]))).toThrow(
      'expected lengths of 1–4 steps, got 0 for row 0. Leave out empty rows.',
    );
    expect(() => model.forward(ids([1, 2, 3, 4]))).toThrow(
      'Seq2Seq: expected a whole number of target tokens behind the 4 of the source of at least 1, got 0',
    );
    expect(() => model.read(ids([1, 2, 3]))).toThrow('Seq2Seq, source: expected [batch, 4], got [1, 3]');
    expect(() => model.read(ids([1, 2, 3, 8]))).toThrow('Embedding');
  });
  expect(() => new Seq2Seq({ ...config, hidden: 0 }, new Rng(0))).toThrow('hidden units');
  expect(() => new Seq2Seq({ ...config, sourceLength: 0 }, new Rng(0))).toThrow(
    'Seq2Seq: expected a whole number of source tokens of at least 1, got 0',
  );
  dispose(model);
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const model = new Seq2Seq(config, new Rng(0));
    const [x, source] = [ids([1, 2, 3, 4, 1, 2]), ids([1, 2, 3, 0])];
    const work = () => model.forward(x).square().sum<tf.Scalar>();
    const { value, grads } = tf.variableGrads(work, Object.values(parameters(model)));
    translate(model, source, { begin: 1, end: 2, longest: 3 });
    translateByBeam(model, source, { begin: 1, end: 2, longest: 3, width: 2 });
    tf.dispose([x, source, value, grads]);
    dispose(model);
  });
});
