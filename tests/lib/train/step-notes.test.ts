import * as tf from '@tensorflow/tfjs';
import { crossEntropy, dispose, Mlp, Rng, Sgd, trainStep } from 'lineage';
import { StepNotes } from '../../../lib/train/step-notes';

const recorded = { mode: 'recorded', xla: false, compileSeconds: 0, why: undefined } as const;
const graph = { ...recorded, mode: 'graph' } as const;

test('a wait of a second or more is announced before the step that waits, and only there', () => {
  const notes = new StepNotes();
  notes.after(64, recorded);
  expect(notes.before(64)).toEqual({});
  notes.after(64, { ...recorded, compileSeconds: 3.4 });
  expect(notes.before(64)).toEqual({
    note: 'Compiling the step, about 3 s; the steps after it are quicker.',
  });
  expect(notes.before(17)).toEqual({}); // a short batch has a graph of its own
  expect(notes.before()).toEqual({}); // the run is over
  notes.after(64, graph);
  expect(notes.waited).toBe(true);
  expect(notes.before(64)).toEqual({});
});

test('a short wait is not worth a word', () => {
  const notes = new StepNotes();
  notes.after(64, { ...recorded, compileSeconds: 0.49 });
  expect(notes.before(64)).toEqual({});
});

test('only the first graph step of each size waits, whatever is recorded again', () => {
  const notes = new StepNotes();
  const waited = [recorded, recorded, graph, recorded, graph, graph].map((way) => {
    notes.after(64, way);
    return notes.waited;
  });
  expect(waited).toEqual([false, false, true, false, false, false]);
  notes.after(17, graph);
  expect(notes.waited).toBe(true);
});

test('XLA is announced by the recording before it, until it has compiled, and not again for the same graph', () => {
  const rng = new Rng(0);
  const x = tf.zeros<tf.Rank.R2>([5, 4]);
  const y = tf.zeros<tf.Rank.R1>([5], 'int32');
  const announced = [0, 1].map(() => {
    const model = new Mlp({ layers: [4, 11, 2], activation: 'tanh' }, rng);
    const optimizer = new Sgd(model, { learningRate: 0.1 });
    const step = trainStep(model, optimizer, crossEntropy, { xla: 'always' });
    const seconds = Array.from({ length: 5 }, () => {
      step({ x, y }, rng);
      return step.compiled.compileSeconds > 0;
    });
    step.dispose();
    optimizer.dispose();
    dispose(model);
    return seconds;
  });
  const compiles = tf.getBackend() === 'tensorflow';
  expect(announced).toEqual([
    [false, compiles, false, false, false],
    [false, false, false, false, false],
  ]);
  tf.dispose([x, y]);
});
