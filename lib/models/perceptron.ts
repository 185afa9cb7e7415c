import { expectSize } from '../expect/expect-size';

/** How a {@link Perceptron} starts and what its answers are called. */
export interface PerceptronConfig {
  /** How many inputs it has. */
  readonly inputs: number;
  /** How far one mistake moves the weights. Starting from zero it only scales them; the answers stay the same. Default 1. */
  readonly learningRate?: number;
  /** Whether a sum of exactly 0 fires (`'>= 0'`) or not (`'> 0'`, the default). */
  readonly fires?: '> 0' | '>= 0';
  /** The answers for "no" and "yes": `[0, 1]` (default) or `[-1, 1]`. */
  readonly labels?: readonly [0, 1] | readonly [-1, 1];
  /** Where the weights start; default zero. */
  readonly weights?: readonly number[];
  /** Where the bias b = −θ starts; default zero. */
  readonly bias?: number;
}

/**
 * A threshold unit that learns from its mistakes.
 *
 * It fires when w·x + b > 0: the threshold has become one more weight, b = −θ, of an input that is always 1.
 * (Rosenblatt, "The perceptron: a probabilistic model", 1958; the rule as in his "Principles of Neurodynamics", 1962.)
 *
 * @example new Perceptron({ inputs: 2, weights: [1, 1], bias: -1.5 }).predict([1, 1]) // 1
 */
export class Perceptron {
  readonly inputs: number;
  readonly learningRate: number;
  readonly fires: '> 0' | '>= 0';
  readonly labels: readonly [0, 1] | readonly [-1, 1];
  /** w, changed by {@link Perceptron.learn}. */
  readonly weights: number[];
  /** b, changed by {@link Perceptron.learn}. */
  bias: number;

  constructor(config: PerceptronConfig) {
    const { inputs, learningRate = 1, fires = '> 0', labels = [0, 1], bias = 0 } = config;
    const weights = config.weights ?? Array.from({ length: inputs }, () => 0);
    expectSize('Perceptron', 'inputs', inputs);
    if (!(learningRate > 0) || !Number.isFinite(learningRate))
      throw new Error(`Perceptron: expected a learning rate above 0, got ${learningRate}`);
    expectNumbers('weights', weights, inputs);
    expectNumbers('bias', [bias], 1);
    this.inputs = inputs;
    this.learningRate = learningRate;
    this.fires = fires;
    this.labels = labels;
    this.weights = [...weights];
    this.bias = bias;
  }

  /** w·x + b: how far x is on the firing side, in units of |w|. */
  sum(x: readonly number[]): number {
    expectNumbers('inputs', x, this.inputs);
    return this.weights.reduce((total, weight, index) => total + weight * x[index], 0) + this.bias;
  }

  /** @returns one of the two labels */
  predict(x: readonly number[]): number {
    const z = this.sum(x);
    const yes = this.fires === '>= 0' ? z >= 0 : z > 0;
    return this.labels[yes ? 1 : 0];
  }

  /**
   * Rosenblatt's rule for one example: nothing if the answer is right; after a mistake the weights move by the input,
   * towards it if the unit should have fired, away from it if not.
   *
   * @param target one of the two labels
   * @returns whether it was a mistake, and so whether the weights moved
   */
  learn(x: readonly number[], target: number): boolean {
    if (target !== this.labels[0] && target !== this.labels[1])
      throw new Error(`Perceptron.learn: expected a target of ${this.labels.join(' or ')}, got ${target}`);
    const output = this.predict(x);
    if (output === target) return false;
    const direction = target > output ? 1 : -1;
    // w ← w ± η x,  b ← b ± η
    for (let index = 0; index < this.inputs; index++)
      this.weights[index] += this.learningRate * direction * x[index];
    this.bias += this.learningRate * direction;
    return true;
  }
}

function expectNumbers(what: string, numbers: readonly number[], count: number): void {
  if (numbers.length !== count || !numbers.every(Number.isFinite))
    throw new Error(`Perceptron: expected ${what} of ${count} finite numbers, got [${numbers.join(', ')}]`);
}
