import * as tf from '@tensorflow/tfjs';
import { dispose, type GenerateOptions, Gpt, generate, parameters, Rng } from 'lineage';
import { loopFor } from '../../../lib/models/loop-for';
import { expectNoLeak } from '../../leaks';

const native = () => tf.getBackend() === 'tensorflow';

const context = 70;

function gpt(seed = 1): Gpt {
  const model = new Gpt({ vocabulary: 11, context, layers: 2, heads: 2, channels: 8 }, new Rng(seed));
  // Weights of the start are so small that every logit is nearly 0; these are as after some training.
  for (const variable of Object.values(parameters(model)))
    if (variable.rank === 2) tf.tidy(() => variable.assign(variable.mul(10)));
  return model;
}

type Options = Omit<GenerateOptions, 'tokens' | 'rng'>;

function say(model: Gpt, prompt: readonly number[], tokens: number, options: Options): number[] {
  return [...generate(model, prompt, { tokens, rng: new Rng(5), ...options })];
}

/** How the model's loop of this choice did its latest call. */
function howOf(model: Gpt, { temperature = 1, topK = Infinity, topP = 1, repetitionPenalty = 1 }: Options) {
  const choice = { greedy: temperature === 0, topK, nucleus: topP < 1, penalises: repetitionPenalty > 1 };
  const loop = loopFor(model, choice, 0);
  return loop && { mode: loop.mode, xla: loop.xla };
}

const choices: Options[] = [
  { temperature: 0 },
  { temperature: 1.3 },
  { temperature: 0.8, topK: 4 },
  { topP: 0.7 },
  { temperature: 1.1, topK: 6, topP: 0.9 },
  { temperature: 0, repetitionPenalty: 1.1 },
  { temperature: 0.9, repetitionPenalty: 1.2, topK: 5 },
];

test.each(choices)('with %j writes the same compiled as one operation at a time', (options) => {
  const model = gpt();
  const prompts = [[4], [4, 2, 7, 1], Array.from({ length: 45 }, (_, place) => (place * 7) % 11)];
  for (const prompt of prompts) {
    // The last tokens stand beyond the context.
    const tokens = context - prompt.length + 4;
    const eagerly = say(model, prompt, tokens, { ...options, eager: true });
    expect(eagerly).toHaveLength(tokens);
    expect(new Set(eagerly).size).toBeGreaterThan(1);
    expect(say(model, prompt, tokens, options)).toEqual(eagerly);
    expect(howOf(model, options)).toEqual(native() ? { mode: 'graph', xla: false } : undefined);
  }
  dispose(model);
});

test('writes the same by XLA, which it goes over to when there are many tokens', () => {
  const model = gpt(2);
  const options = { temperature: 0.9, topK: 7 };
  const eagerly = say(model, [3], 69, { ...options, eager: true });
  const said = Array.from({ length: 20 }, () => say(model, [3], 69, options));
  for (const each of said) expect(each).toEqual(eagerly);
  expect(howOf(model, options)).toEqual(native() ? { mode: 'graph', xla: true } : undefined);
  dispose(model);
});

test('a reader who stops early leaves the stream of chance where it stands without compiling', () => {
  const model = gpt();
  const stop = (after: number, eager: boolean) => {
    const rng = new Rng(9);
    const said: number[] = [];
    for (const id of generate(model, [1, 2], { tokens: 60, rng, eager })) {
      said.push(id);
      if (said.length === after) break;
    }
    return { said, next: rng.uniform() };
  };
  for (const after of [1, 31, 32, 40]) expect(stop(after, false)).toEqual(stop(after, true));
  expect(howOf(model, {})?.mode).toBe(native() ? 'graph' : undefined);
  dispose(model);
});

test('two texts at once, written in turns, don’t disturb each other', () => {
  const model = gpt();
  const write = (prompt: number[], eager: boolean) =>
    generate(model, prompt, { tokens: 66, rng: new Rng(3), eager });
  const [a, b] = [write([1], false), write([2, 3], false)];
  const [said, other]: number[][] = [[], []];
  for (let made = 0; made < 66; made++) {
    said.push(a.next().value as number);
    other.push(b.next().value as number);
  }
  expect([said, other]).toEqual([[...write([1], true)], [...write([2, 3], true)]]);
  for (const text of [a, b]) text.return();
  dispose(model);
});

test('learns of new weights', () => {
  const model = gpt();
  const before = say(model, [1], 60, { temperature: 0 });
  tf.tidy(() => model.tokens.weight.assign(model.tokens.weight.neg()));
  const after = say(model, [1], 60, { temperature: 0 });
  expect(after).not.toEqual(before);
  expect(after).toEqual(say(model, [1], 60, { temperature: 0, eager: true }));
  dispose(model);
});

test('weights that are not numbers are refused in the same words', () => {
  const model = gpt();
  say(model, [1], 60, {});
  tf.tidy(() => model.norm.weight.assign(tf.fill([8], Number.NaN)));
  const refusal = (eager: boolean) => {
    try {
      return say(model, [1], 60, { eager }).length;
    } catch (error) {
      return (error as Error).message;
    }
  };
  expect(refusal(true)).toMatch(/expected finite/);
  expectNoLeak(() => {
    expect(refusal(false)).toBe(refusal(true));
  });
  dispose(model);
});

test('over a thousand tokens and with the model’s end, nothing is left', () => {
  const model = gpt();
  say(model, [1], 60, {});
  expectNoLeak(() => {
    for (let text = 0; text < 17; text++) say(model, [1], 60, {});
    for (const id of generate(model, [1], { tokens: 60, rng: new Rng(1) })) if (id >= 0) break;
  });
  dispose(model);
  expectNoLeak(() => {
    const other = gpt();
    say(other, [1], 60, {});
    say(other, [1], 60, { temperature: 0 });
    dispose(other);
  });
});
