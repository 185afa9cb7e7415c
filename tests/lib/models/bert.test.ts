import * as tf from '@tensorflow/tfjs';
import {
  Bert,
  type BertConfig,
  blank,
  crossEntropy,
  dispose,
  englishSentence,
  fillMask,
  Gpt,
  linearProbe,
  meanVectors,
  parameters,
  Rng,
  SentenceCoder,
  sentenceMarks,
  Vocabulary,
  vectorsAt,
} from 'lineage';
import { expectNoLeak } from '../../leaks';

const config = { vocabulary: 11, context: 6, layers: 2, heads: 2, channels: 8 } as const satisfies BertConfig;
const ids = [
  [1, 5, 2, 9, 0, 0],
  [3, 3, 7, 8, 4, 6],
];
const tensor = (rows: number[][]) => tf.tensor2d(rows, [rows.length, rows[0].length], 'int32');

/** Weights as after some training: those of the start are so small that all logits are nearly 0. */
function awake<T extends Bert | Gpt>(model: T): T {
  for (const variable of Object.values(parameters(model)))
    if (variable.rank === 2) tf.tidy(() => variable.assign(variable.mul(10)));
  return model;
}

let model: Bert;
beforeAll(() => {
  model = awake(new Bert(config, new Rng(1)));
});
afterAll(() => dispose(model));

const logits = (rows: number[][], of: Bert | Gpt = model) =>
  tf.tidy(() => of.forward(tensor(rows)).arraySync());

function expectNear(got: readonly number[], wanted: readonly number[]): void {
  expect(got).toHaveLength(wanted.length);
  got.forEach((value, index) => {
    expect(value).toBeCloseTo(wanted[index], 4);
  });
}

test('has the parameters of a GPT of its size, name by name and shape by shape', () => {
  const gpt = new Gpt(config, new Rng(1));
  const shapes = (of: Bert | Gpt) => Object.entries(parameters(of)).map(([path, { shape }]) => [path, shape]);
  expect(shapes(model)).toEqual(shapes(gpt));
  dispose(gpt);
});

test('with the weights of a GPT of one layer it says the same at the last token, which sees all in both', () => {
  const one = { ...config, layers: 1 };
  const [bert, gpt] = [awake(new Bert(one, new Rng(2))), awake(new Gpt(one, new Rng(2)))];
  const [said, saidByGpt] = [logits([ids[1]], bert)[0], logits([ids[1]], gpt)[0]];
  expectNear(said[5], saidByGpt[5]);
  expect(Math.abs(said[0][0] - saidByGpt[0][0])).toBeGreaterThan(1e-3);
  dispose([bert, gpt]);
});

test('sees both sides: a changed token is felt at every place', () => {
  const [, before] = logits(ids);
  for (let place = 0; place < config.context; place++) {
    const changed = ids[1].map((id, time) => (time === place ? (id % 10) + 1 : id));
    const [after] = logits([changed]);
    for (let time = 0; time < config.context; time++) expect(after[time]).not.toEqual(before[time]);
  }
});

test('padding is nobody’s neighbour: with less of it the tokens’ vectors are the same', () => {
  tf.tidy(() => {
    const [padded, bare] = [model.represent(tensor([ids[0]])), model.represent(tensor([ids[0].slice(0, 4)]))];
    expectNear([...padded.slice([0, 0, 0], [1, 4, 8]).dataSync()], [...bare.dataSync()]);
  });
});

test('rows do not see each other: in another order each keeps its logits', () => {
  const [first, second] = logits(ids);
  const [secondNow, firstNow] = logits([ids[1], ids[0]]);
  expectNear(firstNow.flat(), first.flat());
  expectNear(secondNow.flat(), second.flat());
});

test('logits compare the vectors with the embeddings; those of a GPT too, and its vectors are causal', () => {
  const gpt = awake(new Gpt(config, new Rng(4)));
  tf.tidy(() => {
    for (const of of [model, gpt]) {
      const rows = of.represent(tensor(ids)).reshape<tf.Tensor2D>([12, 8]);
      const compared = tf.matMul(rows, of.tokens.weight, false, true);
      expectNear([...of.forward(tensor(ids)).dataSync()], [...compared.dataSync()]);
    }
    const whole = gpt.represent(tensor([ids[1]])).slice([0, 0, 0], [1, 3, 8]);
    const other = gpt.represent(tensor([[...ids[1].slice(0, 3), 10, 10, 10]])).slice([0, 0, 0], [1, 3, 8]);
    expectNear([...other.dataSync()], [...whole.dataSync()]);
  });
  dispose(gpt);
});

test('dropout acts only with an Rng', () => {
  const dropping = new Bert({ ...config, dropout: 0.3 }, new Rng(0));
  tf.tidy(() => {
    const run = (rng?: Rng) => [...dropping.forward(tensor(ids), rng).dataSync()];
    expect(run()).toEqual(run());
    expect(run(new Rng(1))).toEqual(run(new Rng(1)));
    expect(run(new Rng(1))).not.toEqual(run());
  });
  dispose(dropping);
});

test.each<[Partial<BertConfig>, string]>([
  [{ heads: 3 }, 'Bert: expected heads that divide the 8 channels evenly, got 3'],
  [{ layers: 0 }, 'Bert: expected a whole number of layers of at least 1, got 0'],
  [{ context: 2.5 }, 'Bert: expected a whole number of tokens of context of at least 1, got 2.5'],
  [{ dropout: 1 }, 'Bert: expected a dropout of at least 0 and below 1, got 1'],
])('refuses %j', (wrong, message) => {
  const before = tf.memory().numTensors;
  expect(() => new Bert({ ...config, ...wrong }, new Rng(0))).toThrow(message);
  expect(tf.memory().numTensors).toBe(before);
});

test('refuses ids that are too many, fractions, or none', () => {
  tf.tidy(() => {
    expect(() => model.forward(tf.zeros([2, 7], 'int32'))).toThrow(
      'Bert: expected at most 6 tokens a row (its context), got 7. Cut the text shorter.',
    );
    expect(() => model.forward(tf.zeros([2, 3]))).toThrow('Bert: expected int32 token ids, got float32');
    expect(() => model.represent(tf.zeros([2, 0], 'int32'))).toThrow(
      'Bert: expected [batch, time] with at least',
    );
  });
});

describe('fillMask', () => {
  const vocabulary = Vocabulary.of(['the', 'angler', 'saw', 'bank', 'bat', 'owl'], {
    special: [...sentenceMarks, blank],
    unknown: '<unk>',
  });
  const coder = new SentenceCoder(englishSentence, vocabulary, 4);
  const fill = (text: string, count?: number) => fillMask(model, text, { coder, count });

  test('gives the likeliest tokens of each blank with their probabilities', () => {
    const { tokens, blanks, unknown } = fill('The <mask> saw <mask>', 11);
    expect(tokens).toEqual(['the', blank, 'saw', blank]);
    expect(unknown).toEqual([]);
    const row = [[1, ...vocabulary.encode(tokens), 2]];
    const said = tf.tidy(() => model.forward(tensor(row)).softmax().arraySync())[0];
    [2, 4].forEach((place, index) => {
      expect(blanks[index]).toHaveLength(11);
      for (const { token, probability } of blanks[index])
        expect(probability).toBeCloseTo(said[place][vocabulary.id(token)], 5);
      const sorted = blanks[index].map(({ probability }) => probability);
      expect(sorted).toEqual([...sorted].sort((a, b) => b - a));
      expect(sorted.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
    });
    expect(fill('the <mask>').blanks[0]).toHaveLength(5);
  });

  test('tells words that training never showed', () => {
    expect(fill('the whale saw <mask>').unknown).toEqual(['whale']);
  });

  test.each([
    ['the bank', 'fillMask: expected a text with <mask> at the blank, got "the bank"'],
    ['', 'fillMask: expected a text with <mask> at the blank, got ""'],
    [
      'the bank saw the <mask>',
      'sentenceRow: expected at most 4 tokens, so that begin and end fit into 6, got 5',
    ],
  ])('refuses %j', (text, message) => {
    expect(() => fill(text)).toThrow(message);
  });

  test('refuses a vocabulary without the mask, and no tokens to show', () => {
    const bare = SentenceCoder.of(englishSentence, ['the bank']);
    expect(() => fillMask(model, 'the <mask>', { coder: bare })).toThrow(
      'fillMask: expected a vocabulary with <mask>, got 6 tokens without it',
    );
    expect(() => fill('the <mask>', 0)).toThrow('fillMask: expected a whole number of tokens to show');
  });
});

describe('vectors of a row', () => {
  const vectors = () => tf.tensor3d([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], [2, 3, 2]);

  test('one token each', () => {
    tf.tidy(() => {
      expect(vectorsAt(vectors(), [2, 0]).arraySync()).toEqual([
        [5, 6],
        [7, 8],
      ]);
      expect(() => vectorsAt(vectors(), [1])).toThrow(
        'vectorsAt: expected one place for each of 2 rows, got 1',
      );
      expect(() => vectorsAt(vectors(), [0, 3])).toThrow(
        'vectorsAt: expected places 0–2 in rows of 3 tokens, got 3',
      );
    });
  });

  test('the mean without padding', () => {
    tf.tidy(() => {
      const keep = tf.tensor2d([1, 1, 0, 0, 1, 0], [2, 3]).cast('bool');
      expect(meanVectors(vectors(), keep).arraySync()).toEqual([
        [2, 3],
        [9, 10],
      ]);
      expect(() => meanVectors(vectors(), tf.ones([2, 2]))).toThrow(
        'meanVectors, keep: expected [2, 3], got [2, 2]',
      );
    });
  });
});

test('a linear probe reads what a line tells apart, and what none does it cannot', async () => {
  const rng = new Rng(0);
  const points = Array.from({ length: 600 }, () => [rng.normal(), rng.normal()]);
  const classes = (of: (x: number, y: number) => boolean) => points.map(([x, y]) => Number(of(x, y)));
  const before = tf.memory().numTensors;
  const right = async (labels: number[]) => {
    const [vectors, test] = [tf.tensor2d(points.slice(0, 400)), tf.tensor2d(points.slice(400))];
    const options = { classes: 2, epochs: 100, rng: new Rng(1) };
    const answers = await linearProbe({ vectors, labels: labels.slice(0, 400) }, test, options);
    tf.dispose([vectors, test]);
    return answers.filter((answer, index) => answer === labels[400 + index]).length / 200;
  };
  expect(await right(classes((x, y) => x > y))).toBeGreaterThan(0.95);
  expect(await right(classes((x, y) => x * y > 0))).toBeLessThan(0.65);
  expect(tf.memory().numTensors).toBe(before);
  const x = tf.zeros<tf.Rank.R2>([2, 2]);
  await expect(linearProbe({ vectors: x, labels: [0] }, x, { classes: 2, epochs: 1, rng })).rejects.toThrow(
    'linearProbe: expected as many targets as vectors, at least one, got 2 vectors and 1 targets',
  );
  x.dispose();
});

test('leaks nothing', () => {
  expectNoLeak(() => {
    const bert = new Bert({ ...config, dropout: 0.1 }, new Rng(0));
    const x = tensor(ids);
    bert.represent(x).dispose();
    const loss = () => crossEntropy(bert.forward(x, new Rng(1)), x, { ignore: 0 });
    const { value, grads } = tf.variableGrads(loss);
    tf.dispose([x, value, grads]);
    dispose(bert);
  });
});
