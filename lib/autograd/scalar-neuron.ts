import type { Rng } from '../rng';
import { Value } from './value';

/** What a scalar neuron does to its weighted sum. */
export type ScalarActivation = 'sigmoid' | 'tanh' | 'relu' | 'identity';

/**
 * One neuron made of {@link Value}s: y = f(Σ wᵢ xᵢ + b), where the bias b = −θ is the threshold with its sign turned.
 *
 * Weights and bias start at U(−1, 1).
 */
export class ScalarNeuron {
  readonly weights: readonly Value[];
  readonly bias: Value;

  /** @param label in front of the names of its parameters, such as `h1` in `h1.w2` */
  constructor(
    readonly inputs: number,
    readonly activation: ScalarActivation,
    rng: Rng,
    readonly label = 'n',
  ) {
    const draw = (name: string) => new Value(rng.uniform(-1, 1), `${label}.${name}`);
    this.weights = Array.from({ length: inputs }, (_, index) => draw(`w${index + 1}`));
    this.bias = draw('b');
  }

  get parameters(): readonly Value[] {
    return [...this.weights, this.bias];
  }

  /** @param x one value per input */
  forward(x: readonly Value[]): Value {
    if (x.length !== this.inputs)
      throw new Error(`ScalarNeuron ${this.label}: expected ${this.inputs} inputs, got ${x.length}`);
    const products = this.weights.map((weight, index) => weight.multiply(x[index]));
    // z = Σ wᵢ xᵢ + b
    const z = Value.sum([...products, this.bias]).named(`${this.label}.z`);
    // y = f(z)
    return this.activation === 'identity' ? z : z[this.activation]().named(this.label);
  }
}
