import * as tf from '@tensorflow/tfjs';

/**
 * How wrong each network of a crowd is: the mean squared error of its answers.
 *
 * @param outputs what the networks answer, `[networks, batch, out]`
 * @param targets what they should, `[batch, out]`
 * @returns one error per network, `[networks]`
 * @example crowdErrors(crowdOutputs(rows, x, config), y)
 */
export function crowdErrors(outputs: tf.Tensor, targets: tf.Tensor): tf.Tensor1D {
  const [, batch, out] = outputs.shape;
  if (outputs.rank !== 3 || targets.rank !== 2 || targets.shape[0] !== batch || targets.shape[1] !== out)
    throw new Error(
      'crowdErrors: expected outputs [networks, batch, out] and targets [batch, out], ' +
        `got [${outputs.shape.join(', ')}] and [${targets.shape.join(', ')}]`,
    );
  // mean over examples and outputs of (y − t)²
  return tf.tidy(() => outputs.sub(targets).square().mean([1, 2]));
}
