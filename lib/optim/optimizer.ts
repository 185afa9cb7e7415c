import type * as tf from '@tensorflow/tfjs';
import type { Schedule } from './schedule';

/** Changes a model's parameters against their gradients, one step at a time. */
export interface Optimizer {
  /** The model's trainable parameters by path, such as `layers.0.weight`. */
  readonly parameters: Readonly<Record<string, tf.Variable>>;
  /** What the rule remembers, by `<path>.<slot>`, such as `layers.0.weight.m`: saved and restored by checkpoints. */
  readonly state: Readonly<Record<string, tf.Variable>>;
  /** How many updates were made; set it when training resumes. */
  steps: number;
  /** The rate of the next step. */
  readonly learningRate: number;
  /**
   * One update.
   *
   * @param gradients one per parameter, by path and of its shape; the caller disposes them
   */
  step(gradients: Readonly<Record<string, tf.Tensor>>): void;
  /** Frees the state, not the parameters. */
  dispose(): void;
}

/** What every optimiser takes. */
export interface OptimizerOptions {
  /** The same for every step, or one for each. */
  readonly learningRate: number | Schedule;
}
