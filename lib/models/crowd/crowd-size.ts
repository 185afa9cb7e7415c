import { expectSize } from '../../expect/expect-size';

/**
 * How many numbers one network of a crowd has: per layer its weights and its biases.
 *
 * @param layers sizes from input to output
 * @example crowdSize([2, 2, 1]) // 9
 */
export function crowdSize(layers: readonly number[]): number {
  if (layers.length < 2)
    throw new Error(`crowdSize: expected at least an input and an output size, got [${layers.join(', ')}]`);
  for (const size of layers) expectSize('crowdSize', 'units per layer', size);
  return layers.slice(1).reduce((sum, outSize, index) => sum + (layers[index] + 1) * outSize, 0);
}
