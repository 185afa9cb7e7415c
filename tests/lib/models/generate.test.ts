import * as tf from '@tensorflow/tfjs';
import { dispose, Gpt, generate, parameters, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

let model: Gpt;
beforeAll(() => {
  model = new Gpt({ vocabulary: 11, context: 6, layers: 2, heads: 2, channels: 8 }, new Rng(1));
  // Weights of the start are so small that every logit is nearly 0; these are as after some training.
  for (const variable of Object.values(parameters(model)))
    if (variable.rank === 2) tf.tidy(() => variable.assign(variable.mul(10)));
});
afterAll(() => dispose(model));

const rng = () => new Rng(5);

test.each([
  { temperature: 0 },
  { temperature: 1.3 },
  { temperature: 0.8, topK: 4 },
  { topP: 0.7 },
  { repetitionPenalty: 1.5 },
])('with %j says the same with its cache as without, also once the context is full', (options) => {
  const say = (prompt: number[], cache: boolean) => [
    ...generate(model, prompt, { tokens: 12, rng: rng(), cache, ...options }),
  ];
  for (const prompt of [[4], [4, 2, 7, 1], [4, 2, 7, 1, 0, 9], [4, 2, 7, 1, 0, 9, 9, 8]]) {
    const said = say(prompt, true);
    expect(said).toHaveLength(12);
    expect(said).toEqual(say(prompt, false));
  }
});

test('the same stream of chance says the same, another one something else', () => {
  const say = (seed: number) => [...generate(model, [4, 2], { tokens: 12, rng: new Rng(seed) })];
  expect(say(1)).toEqual(say(1));
  expect(say(1)).not.toEqual(say(2));
});

test('at temperature 0 each token is the likeliest', () => {
  const prompt = [4, 2, 7];
  const [said] = generate(model, prompt, { tokens: 1, temperature: 0, rng: rng() });
  const likeliest = tf.tidy(() => {
    const logits = model.forward(tf.tensor2d([prompt], [1, 3], 'int32'));
    return logits.slice([0, 2], [1, 1]).flatten().argMax().dataSync()[0];
  });
  expect(said).toBe(likeliest);
});

test('beyond its context it sees the last tokens only', () => {
  const [a, b] = [
    [1, 1, 1, 4, 2, 7, 1, 0, 9],
    [8, 5, 3, 4, 2, 7, 1, 0, 9],
  ].map((prompt) => [...generate(model, prompt, { tokens: 5, rng: rng() })]);
  expect(a).toEqual(b);
});

test('gives one token at a time, and frees its cache when the reader stops early', () => {
  expectNoLeak(() => {
    const said: number[] = [];
    for (const id of generate(model, [4], { tokens: 5, rng: rng() })) {
      said.push(id);
      if (said.length === 2) break;
    }
    expect(said).toHaveLength(2);
  });
  expectNoLeak(() => {
    expect([...generate(model, [4], { tokens: 9, rng: rng() })]).toHaveLength(9);
  });
});

test.each<[string, number[], object, string]>([
  ['an empty prompt', [], {}, 'generate: expected a prompt of at least one token, got none'],
  ['a fraction', [1, 1.5], {}, 'generate: expected token ids 0–10, got 1.5 at position 1 of the prompt'],
  ['a token outside', [11], {}, 'generate: expected token ids 0–10, got 11 at position 0 of the prompt'],
  ['no tokens', [1], { tokens: 0 }, 'generate: expected a whole number of tokens of at least 1, got 0'],
  ['a temperature below 0', [1], { temperature: -1 }, 'expected a temperature of at least 0'],
])('refuses %s', (_, prompt, options, message) => {
  expectNoLeak(() => {
    expect(() => [...generate(model, prompt, { tokens: 3, rng: rng(), ...options })]).toThrow(message);
  });
});
