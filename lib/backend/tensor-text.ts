import util from 'node:util';
import * as tf from '@tensorflow/tfjs';

/**
 * Lets Node print a tensor as its shape, type and numbers instead of its inner bookkeeping, wherever a cell ends with
 * one or logs one. Inside of another value, such as a model, it is one line without numbers.
 */
export function showTensorsAsText(): void {
  Object.defineProperty(tf.Tensor.prototype, util.inspect.custom, { configurable: true, value: tensorText });
}

function tensorText(this: tf.Tensor, depth: number | null, options: util.InspectOptions): string {
  const kind = this instanceof tf.Variable ? 'Variable' : 'Tensor';
  const head = `${kind} [${this.shape.join(', ')}] ${this.dtype}`;
  if (this.isDisposed) return `${head}, disposed`;
  if (depth !== options.depth || this.size === 0) return head;
  // tfjs takes rows of different lengths, as in [[1, 2], [3]], without a word.
  const { length } = this.dataSync();
  if (length < this.size) return `${head}, but only ${length} numbers: were its rows of one length?`;
  // tfjs puts the word Tensor above its numbers, and leaves out the middle of long axes.
  return this.toString().replace('Tensor', head);
}
