import * as tf from '@tensorflow/tfjs';

/**
 * Einstein's sum, such as `bij,bjk->bik`: all tensors are stretched over all letters and multiplied, and what is not in
 * the result is summed. Attributes and inputs as tfjs's `Einsum`, which has no gradient on any backend.
 */
export const einsum: tf.KernelFunc = ({ inputs, attrs }) => {
  const { equation } = attrs as { equation: string };
  const tensors = Object.values(inputs) as tf.Tensor[];
  const [terms, result] = equation.replace(/\s/g, '').split('->');
  const parts = terms.split(',');
  const letters = [...new Set(result + parts.join(''))];
  if (result === undefined || parts.length !== tensors.length)
    throw new Error(`einsum: expected ${tensors.length} terms and a result after ->, got ${equation}`);
  return tf.tidy(() => {
    const stretched = tensors.map((tensor, index) => {
      const part = [...parts[index]];
      if (new Set(part).size !== part.length || part.length !== tensor.rank)
        throw new Error(
          `einsum: expected ${tensor.rank} different letters for [${tensor.shape.join(', ')}], got ${parts[index]}`,
        );
      const present = letters.filter((letter) => part.includes(letter));
      const ordered = tensor.transpose(present.map((letter) => part.indexOf(letter)));
      return ordered.reshape(letters.map((letter) => tensor.shape[part.indexOf(letter)] ?? 1));
    });
    const product = stretched.reduce((product, tensor) => product.mul(tensor));
    // The letters of the result come first.
    const others = letters.map((_, axis) => axis).slice(result.length);
    return others.length > 0 ? product.sum(others) : product;
  });
};
