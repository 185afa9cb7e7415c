import * as tf from '@tensorflow/tfjs';
import { crossEntropy, dispose, Gpt, type GptConfig, type KeyValueCache, parameters, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 11, context: 6, layers: 2, heads: 2, channels: 8 } as const satisfies GptConfig;
const ids = [
  [1, 5, 2, 9, 0, 10],
  [3, 3, 7, 8, 4, 6],
];
const tensor = (rows: number[][]) => tf.tensor2d(rows, [rows.length, rows[0].length], 'int32');

let model: Gpt;
beforeAll(() => {
  model = new Gpt(config, new Rng(1));
  // Weights of the start are so small that every logit is nearly 0; these are as after some training.
  for (const variable of Object.values(parameters(model)))
    if (variable.rank === 2) tf.tidy(() => variable.assign(variable.mul(10)));
});
afterAll(() => dispose(model));

const logits = (rows: number[][]) => tf.tidy(() => model.forward(tensor(rows)).arraySync());

function expectNear(got: readonly number[], wanted: readonly number[]): void {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, index) => {
    expect(value).toBeCloseTo(wanted[index], 4);
  });
}

test('scores every token of the vocabulary at every position, also of a short text', () => {
  tf.tidy(() => {
    expect(model.forward(tensor(ids)).shape).toEqual([2, 6, 11]);
    expect(model.forward(tensor([[4]])).shape).toEqual([1, 1, 11]);
  });
});

test('is causal: a changed token changes the logits from there on, none before', () => {
  const [before] = logits(ids);
  for (let place = 0; place < config.context; place++) {
    const [after] = logits([ids[0].map((id, time) => (time === place ? (id + 1) % 11 : id)), ids[1]]);
    expect(after.slice(0, place)).toEqual(before.slice(0, place));
    for (let time = place; time < config.context; time++) expect(after[time]).not.toEqual(before[time]);
  }
});

test('a text cut short has the logits of its beginning', () => {
  const whole = logits(ids);
  logits(ids.map((row) => row.slice(0, 3))).forEach((row, index) => {
    expectNear(row.flat(), whole[index].slice(0, 3).flat());
  });
});

test('rows do not see each other: in another order each keeps its logits', () => {
  const [first, second] = logits(ids);
  const [secondNow, firstNow] = logits([ids[1], ids[0]]);
  expectNear(firstNow.flat(), first.flat());
  expectNear(secondNow.flat(), second.flat());
});

test('the order of the words counts, by the embedding of positions', () => {
  const [straight] = logits([[1, 5, 2]]);
  const [turned] = logits([[5, 1, 2]]);
  expect(turned[2]).not.toEqual(straight[2]);
});

test('one token after the other with a cache has the logits of the whole text', () => {
  const whole = logits(ids);
  let cache: KeyValueCache[] = model.emptyCache(2);
  for (let place = 0; place < config.context; place++) {
    const step = tf.tidy(() => {
      const column = ids.map((row) => row[place]);
      return model.next(tf.tensor1d(column, 'int32'), tf.scalar(place, 'int32'), cache);
    });
    tf.dispose(cache);
    cache = step.cache;
    expect(step.logits.shape).toEqual([2, 11]);
    step.logits.arraySync().forEach((row, index) => {
      expectNear(row, whole[index][place]);
    });
    step.logits.dispose();
  }
  tf.dispose(cache);
});

test('starts as GPT-2: deviation 0.02, that of what adds to the sum divided by √(2 layers), biases 0', () => {
  const fresh = new Gpt({ ...config, channels: 64, vocabulary: 500, context: 300, layers: 8 }, new Rng(2));
  const spread = (tensor: tf.Tensor) => tf.tidy(() => tensor.square().mean().sqrt().dataSync()[0]);
  const [block] = fresh.blocks;
  for (const { weight } of [fresh.tokens, fresh.positions, block.attention.qkv, block.feedForward.expand]) {
    expect(spread(weight) / 0.02).toBeGreaterThan(0.95);
    expect(spread(weight) / 0.02).toBeLessThan(1.05);
  }
  for (const { weight, bias } of [block.attention.out, block.feedForward.contract]) {
    expect(spread(weight) / (0.02 / 4)).toBeGreaterThan(0.95);
    expect(spread(weight) / (0.02 / 4)).toBeLessThan(1.05);
    expect(spread(bias!)).toBe(0);
  }
  tf.tidy(() => {
    const [text, next] = [7, 8].map((seed) => tf.randomUniform<tf.Rank.R2>([2, 50], 0, 500, 'int32', seed));
    const loss = crossEntropy(fresh.forward(text), next).dataSync()[0];
    expect(Math.abs(loss - Math.log(500))).toBeLessThan(0.2);
  });
  dispose(fresh);
});

test('the same seed starts the same model; a further layer leaves the first ones’ draws alone', () => {
  const [a, deeper] = [2, 3].map((layers) => new Gpt({ ...config, layers }, new Rng(7)));
  expect(a.tokens.weight.dataSync()).toEqual(deeper.tokens.weight.dataSync());
  const weights = ({ blocks }: Gpt) => blocks[1].attention.qkv.weight.dataSync();
  expect(weights(a)).toEqual(weights(deeper));
  expect(weights(a)).not.toEqual(a.blocks[0].attention.qkv.weight.dataSync());
  dispose([a, deeper]);
});

test('the output shares the table of the token embedding; without biases only matrices and norms remain', () => {
  const bare = new Gpt({ ...config, bias: false }, new Rng(0));
  const paths = Object.keys(parameters(bare));
  expect(paths.filter((path) => /bias|head/.test(path))).toEqual([]);
  expect(paths).toHaveLength(2 + 2 * 6 + 1);
  dispose(bare);
});

test('dropout acts only with an Rng, and the same stream drops the same', () => {
  const dropping = new Gpt({ ...config, dropout: 0.3 }, new Rng(0));
  tf.tidy(() => {
    const run = (rng?: Rng) => [...dropping.forward(tensor(ids), rng).dataSync()];
    expect(run()).toEqual(run());
    expect(run(new Rng(1))).toEqual(run(new Rng(1)));
    expect(run(new Rng(1))).not.toEqual(run());
    expect(run(new Rng(1))).not.toEqual(run(new Rng(2)));
  });
  dispose(dropping);
});

test('every parameter has a gradient, the table of tokens also for tokens that do not occur', () => {
  tf.tidy(() => {
    const text = tensor([[1, 2, 3]]);
    const { grads } = tf.variableGrads(
      () => crossEntropy(model.forward(text), text),
      Object.values(parameters(model)),
    );
    for (const [path, { name }] of Object.entries(parameters(model)))
      expect([path, grads[name]?.size > 0]).toEqual([path, true]);
    const rows = grads[model.tokens.weight.name].abs().sum(1).dataSync();
    for (const row of rows) expect(row).toBeGreaterThan(0);
  });
});

test.each<[Partial<GptConfig>, string]>([
  [{ heads: 3 }, 'Gpt: expected heads that divide the 8 channels evenly, got 3'],
  [{ layers: 0 }, 'Gpt: expected a whole number of layers of at least 1, got 0'],
  [{ context: 2.5 }, 'Gpt: expected a whole number of tokens of context of at least 1, got 2.5'],
  [{ dropout: 1 }, 'Gpt: expected a dropout of at least 0 and below 1, got 1'],
])('refuses %j', (wrong, message) => {
  const before = tf.memory().numTensors;
  expect(() => new Gpt({ ...config, ...wrong }, new Rng(0))).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('refuses ids that are too many, fractions or outside of the vocabulary, and a full cache', () => {
  tf.tidy(() => {
    expect(() => model.forward(tf.zeros([2, 7], 'int32'))).toThrow(
      'Gpt: expected at most 6 tokens a row (its context), got 7. Cut the text shorter.',
    );
    expect(() => model.forward(tf.zeros([2, 3]))).toThrow('Gpt: expected int32 token ids, got float32');
    expect(() => model.forward(tensor([[1, 11]]))).toThrow('token 11 is outside the vocabulary of 11 (0–10)');
    expect(() => model.forward(tf.zeros([2, 0], 'int32'))).toThrow(
      'Gpt: expected [batch, time] with at least',
    );
    const cache = model.emptyCache(1);
    const id = tf.tensor1d([1], 'int32');
    expect(() => model.next(id, tf.scalar(6, 'int32'), cache)).toThrow(
      'Gpt.next: expected an int32 position 0–5, got int32 6. Once the context is full, start again with the last tokens.',
    );
    expect(() => model.next(tf.tensor1d([1, 2], 'int32'), tf.scalar(0, 'int32'), cache)).toThrow(
      'Gpt.next: expected a cache of 2 rows and 2 layers, got 1 and 2',
    );
  });
});

test('leaks nothing: built, used, differentiated, continued and freed', () => {
  expectNoLeak(() => {
    const model = new Gpt({ ...config, dropout: 0.1 }, new Rng(0));
    const text = tensor(ids);
    model.forward(text, new Rng(1)).dispose();
    const { value, grads } = tf.variableGrads(() => crossEntropy(model.forward(text), text));
    const [id, place] = [tf.tensor1d([1], 'int32'), tf.scalar(0, 'int32')];
    const cache = model.emptyCache(1);
    tf.dispose(model.next(id, place, cache));
    tf.dispose([text, value, grads, id, place]);
    tf.dispose(cache);
    dispose(model);
  });
});
