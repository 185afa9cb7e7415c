import * as tf from '@tensorflow/tfjs';

/**
 * What flows back to the filter of a convolution: itself a convolution, of the images with the gradient, in which
 * examples and channels change places and strides become gaps.
 *
 * Attributes and inputs as tfjs's `Conv2DBackpropFilter`, for images `[batch, height, width, channels]`.
 */
export const convolutionFilterGradient: tf.KernelFunc = ({ inputs, attrs }) => {
  const { x, dy } = inputs as { x: tf.Tensor4D; dy: tf.Tensor4D };
  const { strides, pad, dimRoundingMode, dataFormat, filterShape } = attrs as unknown as Attributes;
  if (dataFormat !== 'NHWC')
    throw new Error(`conv2d: expected images in the format NHWC, got ${dataFormat}. Transpose them first.`);
  const { padInfo, strideHeight, strideWidth } = tf.backend_util.computeConv2DInfo(
    x.shape,
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
  );
  const { top, bottom, left, right } = padInfo;
  return tf.tidy(() => {
    // ∂W[h, w, c, o] = Σ x[b, i s + h, j s + w, c] ∂y[b, i, j, o] over b, i, j
    const padded = x.pad([
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ]);
    const images = padded.transpose<tf.Tensor4D>([3, 1, 2, 0]); // [channels, height, width, batch]
    const filter = dy.transpose<tf.Tensor4D>([1, 2, 0, 3]); // [rows, columns, batch, out]
    const all = tf.conv2d(images, filter, 1, 'valid', 'NHWC', [strideHeight, strideWidth]);
    // Where the strides don't reach the last pixels, there is more than the filter.
    const [height, width, channels, out] = filterShape;
    return all.slice([0, 0, 0, 0], [channels, height, width, out]).transpose([1, 2, 0, 3]);
  });
};

interface Attributes {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly dataFormat: string;
  readonly filterShape: [number, number, number, number];
}
