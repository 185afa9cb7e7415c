import * as tf from '@tensorflow/tfjs';
import {
  Adam,
  crossEntropy,
  dispose,
  GruEncoderDecoder,
  type Layer,
  linear,
  parameters,
  Rng,
  ScheduledSampling,
  Seq2Seq,
  Transformer,
  type Translator,
  train,
  translate,
} from 'lineage';
import { expectNoLeak } from '../../leaks';
import { apart, begin, ids, rowsBackwards } from './rows-backwards';

const sizes = { sourceVocabulary: 8, targetVocabulary: 9, sourceLength: 4 };
type AnyTranslator = Translator<Record<string, tf.Tensor>> & Layer<tf.Tensor2D, tf.Tensor3D>;
const models: Record<string, (rng: Rng) => AnyTranslator> = {
  Seq2Seq: (rng) => new Seq2Seq({ ...sizes, channels: 8, hidden: 16 }, rng) as never,
  GruEncoderDecoder: (rng) => new GruEncoderDecoder({ ...sizes, channels: 8, hidden: 16 }, rng) as never,
  Transformer: (rng) => new Transformer({ ...sizes, channels: 8, heads: 2, layers: 1 }, rng) as never,
};
const rows = (x: tf.Tensor2D) => x.arraySync();

describe.each(Object.entries(models))('%s', (_, make) => {
  let model: AnyTranslator;
  let [x, y]: tf.Tensor2D[] = [];
  beforeAll(() => {
    model = make(new Rng(3));
    ({ x, y } = rowsBackwards(6).take([0, 1, 2, 3, 4, 5]));
  });
  const mixing = (truth: number) => new ScheduledSampling(model, { sourceLength: 4, truth });
  afterAll(() => {
    tf.dispose([x, y]);
    dispose(model);
  });

  test('with the truth alone it is teacher forcing', () => {
    const mixed = mixing(1).mix(x, new Rng(1));
    expect(rows(mixed)).toEqual(rows(x));
    mixed.dispose();
  });

  test('without any truth the decoder is given what the model writes on its own', () => {
    const mixed = mixing(0).mix(x, new Rng(1));
    const source = x.slice<tf.Tensor2D>([0, 0], [6, 4]);
    // No end token: translate() stops there, the decoder is given it and goes on.
    const written = translate(model, source, { begin, end: -1, longest: 4 });
    expect(rows(mixed)).toEqual(
      rows(source).map((tokens, row) => [...tokens, begin, ...written[row].tokens]),
    );
    tf.dispose([mixed, source]);
  });

  test('the slopes are those of the translator given the mixture, and nothing is left behind', () => {
    const sampler = mixing(0.5);
    const mixed = sampler.mix(x, new Rng(1));
    expect(rows(mixed)).not.toEqual(rows(x));
    const slopes = (forward: () => tf.Tensor3D) =>
      tf.variableGrads(() => crossEntropy(forward(), y, { ignore: 0 }), Object.values(parameters(model)));
    expectNoLeak(() =>
      tf.tidy(() => {
        const [a, b] = [
          slopes(() => sampler.forward(x, new Rng(1))),
          slopes(() => model.forward(mixed, new Rng(1))),
        ];
        expect(apart(a.value, b.value)).toBeLessThan(1e-6);
        for (const name of Object.keys(a.grads))
          expect(apart(a.grads[name], b.grads[name])).toBeLessThan(1e-6);
      }),
    );
    mixed.dispose();
  });

  test('used, not trained, it is the translator', () => {
    tf.tidy(() => expect(apart(mixing(0).forward(x), model.forward(x))).toBe(0));
  });
});

test('a schedule goes from the truth to its own words, compiled as eagerly', async () => {
  const losses = async (eager: boolean) => {
    const model = models.GruEncoderDecoder(new Rng(4));
    const sampler = new ScheduledSampling(model, {
      sourceLength: 4,
      truth: linear({ peak: 1, floor: 0, steps: 10 }),
    });
    const optimizer = new Adam(sampler, { learningRate: 1e-2 });
    const loss = (logits: tf.Tensor, target: tf.Tensor) => crossEntropy(logits, target, { ignore: 0 });
    const options = { batchSize: 16, steps: 14, rng: new Rng(5), eager, loss };
    const all: number[] = [];
    for await (const progress of train(sampler, optimizer, rowsBackwards(160), options))
      all.push(progress.loss);
    optimizer.dispose();
    dispose(model);
    return all;
  };
  const [compiled, eager] = [await losses(false), await losses(true)];
  for (const [step, loss] of eager.entries()) expect(compiled[step]).toBeCloseTo(loss, 4);
});

test('shares of true tokens are as asked', () => {
  const model = models.Seq2Seq(new Rng(6));
  const many = rowsBackwards(400).take(Array.from({ length: 400 }, (_, k) => k));
  const own = new ScheduledSampling(model, { sourceLength: 4, truth: 0 }).mix(many.x, new Rng(1));
  const some = new ScheduledSampling(model, { sourceLength: 4, truth: 0.75 }).mix(many.x, new Rng(1));
  // Of the first tokens behind the begin token, those that differ from the truth where its own would.
  const first = (x: tf.Tensor2D) => rows(x).map((row) => row[5]);
  const [truths, owns, mixed] = [first(many.x), first(own), first(some)];
  const differs = [...truths.keys()].filter((k) => truths[k] !== owns[k]);
  const kept = differs.filter((k) => mixed[k] === truths[k]).length / differs.length;
  expect(differs.length).toBeGreaterThan(200);
  expect(Math.abs(kept - 0.75)).toBeLessThan(4 * Math.sqrt((0.75 * 0.25) / differs.length));
  tf.dispose([many.x, many.y, own, some]);
  dispose(model);
});

test('refuses what makes no sense', () => {
  const model = models.Seq2Seq(new Rng(7));
  const sampler = (truth: number | (() => number)) =>
    new ScheduledSampling(model, { sourceLength: 4, truth });
  expect(() => sampler(1.5)).toThrow('ScheduledSampling: expected a truth from 0 to 1, got 1.5');
  expect(() => sampler(Number.NaN)).toThrow('expected a truth from 0 to 1, got NaN');
  expect(() => new ScheduledSampling(model, { sourceLength: 0, truth: 1 })).toThrow(
    'ScheduledSampling: expected',
  );
  const x = ids([1, 2, 0, 0, begin, 1]);
  const short = ids([1, 2, 0, 0]);
  expect(() => sampler(() => 1).forward(x, new Rng(1))).toThrow('expected the StepRng of train()');
  expect(() => sampler(0.5).forward(short, new Rng(1))).toThrow('target tokens behind the 4 of the source');
  const one = ids([1, 2, 0, 0, begin]);
  const mixed = sampler(0).mix(one, new Rng(1));
  expect(rows(mixed)).toEqual(rows(one));
  tf.dispose([x, short, one, mixed]);
  dispose(model);
});
