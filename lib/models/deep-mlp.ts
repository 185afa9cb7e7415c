import * as tf from '@tensorflow/tfjs';
import { expectSize } from '../expect/expect-size';
import {
  type Activation,
  DenseBlock,
  type Init,
  type Layer,
  type LayerNorm,
  Linear,
  type NormKind,
  ResidualBlock,
  type RMSNorm,
} from '../nn';
import { norm } from '../nn/norm';
import type { Rng } from '../rng';

/** The shape of a {@link DeepMlp}, and what keeps its signal alive. */
export interface DeepMlpConfig {
  /** Numbers per example, such as 196 for 14 × 14 pixels. */
  readonly inputs: number;
  /** Units of every hidden layer. */
  readonly width: number;
  /** Hidden layers, 1 or more. */
  readonly depth: number;
  /** Classes. */
  readonly outputs: number;
  /** What bends each hidden layer. */
  readonly activation: Activation;
  /** How every weight matrix starts. */
  readonly init: Init;
  /** A norm in front of every layer but the first; by default none. */
  readonly norm?: NormKind;
  /** Whether every hidden layer but the first adds to what passes through, instead of replacing it. */
  readonly residual?: boolean;
}

/**
 * A multi-layer perceptron of any depth, with the two inventions that let depth work, to be switched on one by one:
 * norms and residual connections. With both it is built like a Transformer without attention ("pre-norm": Xiong et
 * al., "On layer normalization in the Transformer architecture", 2020, table 1).
 *
 * The first layer brings the input to the width; the layers after it keep the width.
 *
 * @example new DeepMlp({ inputs: 196, width: 32, depth: 50, outputs: 10, activation: 'relu', init: 'he' }, new Rng(0))
 */
export class DeepMlp implements Layer {
  readonly first: DenseBlock;
  readonly blocks: readonly (DenseBlock | ResidualBlock)[];
  readonly norm?: LayerNorm | RMSNorm;
  readonly output: Linear;

  constructor(config: DeepMlpConfig, rng: Rng) {
    const { inputs, width, depth, outputs, activation, init, norm: kind, residual = false } = config;
    expectSize('DeepMlp', 'inputs', inputs);
    expectSize('DeepMlp', 'units per layer', width);
    expectSize('DeepMlp', 'hidden layers', depth);
    expectSize('DeepMlp', 'outputs', outputs);
    const last = kind && norm(kind, width); // before anything is made that an unknown norm would leave behind
    this.first = new DenseBlock(inputs, width, rng.fork('first'), { activation, init });
    this.blocks = Array.from({ length: depth - 1 }, (_, index) => {
      const dense = new DenseBlock(width, width, rng.fork(`blocks.${index}`), {
        activation,
        init,
        norm: kind,
      });
      return residual ? new ResidualBlock(dense) : dense;
    });
    if (last) this.norm = last;
    this.output = new Linear(width, outputs, rng.fork('output'), { init });
  }

  /**
   * @param x `[..., inputs]`
   * @returns logits `[..., outputs]`
   */
  forward(x: tf.Tensor): tf.Tensor {
    return tf.tidy(() => {
      const h = this.hidden(x)[this.blocks.length];
      return this.output.forward(this.norm ? this.norm.forward(h) : h);
    });
  }

  /**
   * What every hidden layer puts out, from the first to the last, which the caller disposes.
   *
   * @param x `[..., inputs]`
   * @returns one `[..., width]` per hidden layer
   */
  hidden(x: tf.Tensor): tf.Tensor[] {
    return tf.tidy(() => {
      // h₁ = f(x W₁ + b₁)
      const outputs = [this.first.forward(x)];
      // hₗ = f(norm(hₗ₋₁) Wₗ + bₗ), plus hₗ₋₁ where layers are residual
      for (const block of this.blocks) outputs.push(block.forward(outputs[outputs.length - 1]));
      return outputs;
    });
  }
}
