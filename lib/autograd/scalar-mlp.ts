import type { Rng } from '../rng';
import { type ScalarActivation, ScalarNeuron } from './scalar-neuron';
import { Value } from './value';

export interface ScalarMlpConfig {
  /** Sizes from input to output: `[2, 2, 1]` has two inputs, two hidden neurons, one output. */
  readonly layers: readonly number[];
  /** The activation of every layer but the last. */
  readonly hidden: ScalarActivation;
  readonly output: ScalarActivation;
}

/**
 * A multilayer perceptron whose every number is a {@link Value}: slow, and small enough to see every gradient.
 *
 * @example new ScalarMlp({ layers: [2, 2, 1], hidden: 'sigmoid', output: 'sigmoid' }, new Rng(1)).parameters.length // 9
 */
export class ScalarMlp {
  readonly layers: readonly (readonly ScalarNeuron[])[];

  constructor(
    readonly config: ScalarMlpConfig,
    rng: Rng,
  ) {
    const sizes = config.layers;
    if (sizes.length < 2 || !sizes.every((size) => Number.isInteger(size) && size > 0))
      throw new Error(`ScalarMlp: expected two or more layer sizes of at least 1, got [${sizes.join(', ')}]`);
    this.layers = sizes.slice(1).map((size, index) => {
      const last = index === sizes.length - 2;
      const name = last ? 'y' : sizes.length === 3 ? 'h' : `h${index + 1}.`;
      const activation = last ? config.output : config.hidden;
      return Array.from(
        { length: size },
        (_, neuron) =>
          new ScalarNeuron(sizes[index], activation, rng, last && size === 1 ? name : `${name}${neuron + 1}`),
      );
    });
  }

  /** Every weight and bias, layer by layer, each neuron's weights before its bias. */
  get parameters(): readonly Value[] {
    return this.layers.flatMap((layer) => layer.flatMap((neuron) => neuron.parameters));
  }

  /** @param x one number per input  @returns one value per output */
  forward(x: readonly number[]): Value[] {
    let signals = x.map((number, index) => new Value(number, `x${index + 1}`));
    for (const layer of this.layers) signals = layer.map((neuron) => neuron.forward(signals));
    return signals;
  }
}
