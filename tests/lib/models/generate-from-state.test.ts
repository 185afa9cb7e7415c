import * as tf from '@tensorflow/tfjs';
import { dispose, generateFromState, LstmLanguageModel, parameters, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

let model: LstmLanguageModel;
beforeAll(() => {
  model = new LstmLanguageModel({ vocabulary: 11, channels: 6, hidden: 12, layers: 2 }, new Rng(1));
  // Weights of the start are so small that every token is nearly as likely; these are as after some training.
  for (const variable of Object.values(parameters(model)))
    if (variable.rank === 2) tf.tidy(() => variable.assign(variable.mul(4)));
});
afterAll(() => dispose(model));

const rng = () => new Rng(5);
const say = (prompt: number[], options: object = {}) => [
  ...generateFromState(model, prompt, { tokens: 12, rng: rng(), ...options }),
];

test('at temperature 0 each token is the likeliest after all that came before', () => {
  const prompt = [4, 2, 7];
  const said = say(prompt, { temperature: 0 });
  const text = [...prompt, ...said];
  const likeliest = tf.tidy(() => {
    const logits = model.forward(tf.tensor2d([text.slice(0, -1)], undefined, 'int32'));
    return [...logits.argMax(-1).dataSync()];
  });
  expect(said).toEqual(likeliest.slice(prompt.length - 1));
});

test.each([{ temperature: 0 }, { temperature: 1.3 }, { topK: 4 }, { topP: 0.7 }, { repetitionPenalty: 1.5 }])(
  'with %j says the same compiled as operation by operation, and again',
  (options) => {
    const said = say([4, 2], options);
    expect(said).toHaveLength(12);
    expect(said).toEqual(say([4, 2], { ...options, eager: true }));
    expect(said).toEqual(say([4, 2], options));
  },
);

test('the same stream of chance says the same, another one something else', () => {
  expect(say([4], { rng: new Rng(1) })).toEqual(say([4], { rng: new Rng(1) }));
  expect(say([4], { rng: new Rng(1) })).not.toEqual(say([4], { rng: new Rng(2) }));
});

test('the whole prompt counts', () => {
  const [a, b] = [
    [1, 4, 2],
    [8, 4, 2],
  ].map((prompt) => {
    const [likely] = [tf.tidy(() => model.forward(tf.tensor2d([prompt], undefined, 'int32')).dataSync())];
    return { likely: likely.slice(-11), said: say(prompt, { tokens: 40 }) };
  });
  expect(a.likely).not.toEqual(b.likely);
  expect(a.said).not.toEqual(b.said);
});

test('frees its state, also when the reader stops early', () => {
  expectNoLeak(() => {
    for (const id of generateFromState(model, [4], { tokens: 9, rng: rng() })) if (id >= 0) break;
    say([4]);
  });
});

test.each<[string, number[], object, string]>([
  ['an empty prompt', [], {}, 'generateFromState: expected a prompt of at least one token, got none'],
  ['a token outside', [3, 11], {}, 'generateFromState: expected token ids 0–10, got 11 at position 1'],
  ['no tokens', [1], { tokens: 0 }, 'generateFromState: expected a whole number of tokens of at least 1'],
  ['a temperature below 0', [1], { temperature: -1 }, 'expected a temperature of at least 0'],
])('refuses %s', (_, prompt, options, message) => {
  expectNoLeak(() => {
    expect(() => say(prompt, options)).toThrow(message);
  });
});
