import * as tf from '@tensorflow/tfjs';
import { dispose, generateFromWindow, NeuralLanguageModel, Rng } from 'lineage';
import { expectNoLeak } from '../../leaks';

let model: NeuralLanguageModel;
beforeAll(() => {
  model = new NeuralLanguageModel({ vocabulary: 9, contextLength: 3, channels: 4, hidden: 12 }, new Rng(1));
});
afterAll(() => dispose(model));

const say = (window: number[], options: object = {}) => [
  ...generateFromWindow(model, window, { tokens: 15, rng: new Rng(5), ...options }),
];

test('at temperature 0 each token is the likeliest after the three before it', () => {
  const text = [4, 2, 7, ...say([4, 2, 7], { temperature: 0 })];
  for (let place = 3; place < text.length; place++)
    tf.tidy(() => {
      const x = tf.tensor2d([text.slice(place - 3, place)], undefined, 'int32');
      expect(text[place]).toBe(model.forward(x).argMax(-1).dataSync()[0]);
    });
});

test('the same stream of chance says the same, another one something else', () => {
  expect(say([0, 0, 0])).toEqual(say([0, 0, 0]));
  expect(say([0, 0, 0])).not.toEqual(say([0, 0, 0], { rng: new Rng(6) }));
});

test('leaves no tensors, also when the reader stops early', () => {
  expectNoLeak(() => {
    say([1, 2, 3]);
    for (const id of generateFromWindow(model, [0, 0, 0], { tokens: 9, rng: new Rng(0) })) if (id >= 0) break;
  });
});

test('refuses a window of another length, of no length, and no tokens', () => {
  expect(() => say([1, 2])).toThrow('NeuralLanguageModel: expected [batch, 3], got [1, 2]');
  expect(() => say([])).toThrow(
    'generateFromWindow: expected a whole number of tokens in the window of at least 1',
  );
  expect(() => say([0, 0, 0], { tokens: 0 })).toThrow(
    'generateFromWindow: expected a whole number of tokens of',
  );
});
