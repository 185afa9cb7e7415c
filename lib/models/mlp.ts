import * as tf from '@tensorflow/tfjs';
import { expectBetween } from '../expect/expect-between';
import { expectSize } from '../expect/expect-size';
import { type Activation, activate, dropout, type Init, type Layer, Linear } from '../nn';
import type { Rng } from '../rng';

/** The shape of an {@link Mlp}. */
export interface MlpConfig {
  /** Sizes from input to output, such as `[784, 128, 10]`. More hidden units fit more, and overfit sooner. */
  readonly layers: readonly number[];
  /** What bends each hidden layer. `identity` makes the whole network one straight line. */
  readonly activation: Activation;
  /** The share of hidden numbers set to 0 while training, 0 … 1; 0 by default. More overfits less and learns slower. */
  readonly dropout?: number;
  /**
   * How the weights start. By default `he` in front of activations that let half through like ReLU, `xavier` in
   * front of the others, `lecun` in front of the output.
   */
  readonly init?: Init;
}

const halfOpen: readonly Activation[] = ['relu', 'leakyRelu', 'elu', 'gelu', 'geluTanh', 'silu', 'softplus'];

/**
 * A multi-layer perceptron: linear layers with an activation after each but the last.
 *
 * Rumelhart, Hinton and Williams, "Learning representations by back-propagating errors", 1986; dropout after each
 * activation: Srivastava et al., "Dropout: a simple way to prevent neural networks from overfitting", 2014, section 4.
 *
 * @example new Mlp({ layers: [784, 128, 10], activation: 'relu' }, new Rng(0)).forward(images) // [batch, 784] → [batch, 10]
 */
export class Mlp implements Layer {
  readonly layers: readonly Linear[];
  readonly activation: Activation;
  /** The rate of dropout while training. */
  readonly dropout: number;

  constructor({ layers: sizes, activation, dropout: rate = 0, init }: MlpConfig, rng: Rng) {
    if (sizes.length < 2)
      throw new Error(`Mlp: expected at least an input and an output size, got [${sizes.join(', ')}]`);
    expectBetween('Mlp', 'a dropout', rate, 0, 1);
    for (const size of sizes) expectSize('Mlp', 'units per layer', size);
    const hidden: Init = halfOpen.includes(activation) ? 'he' : 'xavier';
    this.layers = sizes.slice(1).map((outSize, index) => {
      const how = init ?? (index < sizes.length - 2 ? hidden : 'lecun');
      return new Linear(sizes[index], outSize, rng.fork(`layers.${index}`), { init: how });
    });
    this.activation = activation;
    this.dropout = rate;
  }

  /**
   * @param x `[..., layers[0]]`
   * @param rng given only while training: where dropout draws from
   * @returns logits `[..., layers.at(-1)]`
   */
  forward(x: tf.Tensor, rng?: Rng): tf.Tensor {
    return tf.tidy(() => {
      // h = activation(h W + b), then dropout
      const bend = (h: tf.Tensor, layer: Linear) => {
        const bent = activate(this.activation, layer.forward(h));
        return rng && this.dropout > 0 ? dropout(bent, this.dropout, rng) : bent;
      };
      const output = this.layers[this.layers.length - 1];
      return output.forward(this.layers.slice(0, -1).reduce(bend, x));
    });
  }
}
