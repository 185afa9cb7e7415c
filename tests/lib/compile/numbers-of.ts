import * as tf from '@tensorflow/tfjs';
import {
  type Batch,
  type Layer,
  type Loss,
  type Optimizer,
  parameters,
  Rng,
  type StepResult,
  trainStep,
} from 'lineage';
import type { Outputs } from 'lineage/compile';
import { StepRng } from 'lineage/noise';
import type { Numbers } from './too-far';
import { doneThisWay, expectWay, useOf, type Way } from './way';

/** A training whose eager and compiled numbers are compared. */
export interface Subject {
  readonly model: Layer<tf.Tensor, tf.Tensor>;
  readonly loss: Loss;
  readonly optimizer: (model: unknown) => Optimizer;
  /** The batch of a step, made anew. */
  readonly batch: (step: number) => Batch;
}

/**
 * The forward pass, the gradients, and 20 training steps of a subject; then its parameters are what they were.
 *
 * @returns what is compared tensor by tensor has a group of its own. The gradient is one vector, for in some parameters
 * it is the small rest of large terms that cancel; so is what optimisers make of it.
 * @throws Error where the work was not done in this way
 */
export function numbersOf({ model, loss, optimizer, batch }: Subject, way: Way): Record<string, Numbers> {
  const variables = parameters(model);
  const before = Object.values(variables).map((variable) => [variable, variable.clone()] as const);
  const rule = optimizer(model);
  const pass = (x: tf.Tensor, y: tf.Tensor) => {
    const { grads } = tf.variableGrads(() => loss(model.forward(x), y), Object.values(variables));
    const gradients = Object.entries(variables).map(([path, { name }]) => [path, grads[name]]);
    return { output: model.forward(x), ...Object.fromEntries(gradients) };
  };
  const { x, y } = batch(0);
  const { output, ...gradients } = doneThisWay(pass, [x, y], way);
  const results = twentySteps(model, rule, loss, batch, way);
  const numbers = {
    forward: read({ output }),
    gradient: read(gradients),
    losses: { loss: Float32Array.from(results, ({ loss }) => loss) },
    lengths: { length: Float32Array.from(results, ({ gradientNorm }) => gradientNorm) },
    ...each('trained', read(variables)),
    ...bySlot(read(rule.state)),
  };
  tf.dispose([x, y, output, gradients]);
  rule.dispose();
  for (const [variable, value] of before) {
    variable.assign(value);
    value.dispose();
  }
  return numbers;
}

function twentySteps(
  model: Subject['model'],
  rule: Optimizer,
  loss: Loss,
  batch: Subject['batch'],
  way: Way,
): StepResult[] {
  const step = trainStep(model, rule, loss, { clipNorm: 1, eager: way === 'eager', xla: useOf(way) });
  const clock = { step: 0 };
  const results = Array.from({ length: 20 }, () => {
    clock.step++;
    const { x, y } = batch(clock.step);
    const result = step({ x, y }, new StepRng(new Rng(3), clock));
    tf.dispose([x, y]);
    return result;
  });
  expectWay(step.compiled, way);
  step.dispose();
  return results;
}

function read(tensors: Outputs): Numbers {
  const entries = Object.entries(tensors);
  return Object.fromEntries(entries.map(([name, tensor]) => [name, Float32Array.from(tensor.dataSync())]));
}

function each(prefix: string, numbers: Numbers): Record<string, Numbers> {
  return Object.fromEntries(
    Object.entries(numbers).map(([name, values]) => [`${prefix} ${name}`, { [name]: values }]),
  );
}

/** One group per slot, such as all that end in `.m`. */
function bySlot(numbers: Numbers): Record<string, Numbers> {
  const groups: Record<string, Record<string, Float32Array>> = {};
  for (const [path, values] of Object.entries(numbers)) {
    const slot = `slot ${path.slice(path.lastIndexOf('.') + 1)}`;
    groups[slot] = { ...groups[slot], [path]: values };
  }
  return groups;
}
