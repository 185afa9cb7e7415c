import * as tf from '@tensorflow/tfjs';
import type { WasmBackend } from './wasm-backend';

/** What flows back to the filter of a depthwise convolution: as tfjs's `DepthwiseConv2dNativeBackpropFilter`. */
export const depthwiseFilterGradient: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { x, dy } = inputs as Record<'x' | 'dy', tf.TensorInfo>;
  const info = geometry(x.shape, (attrs as { filterShape: number[] }).filterShape, attrs);
  return sums(info.filterShape, [x, dy], backend as WasmBackend, (sum, x, dy) =>
    visit(info, (image, weight, gradient, channels, each) => {
      for (let c = 0, k = 0; c < channels; c++)
        for (let q = 0; q < each; q++, k++) sum[weight + k] += x[image + c] * dy[gradient + k];
    }),
  );
};

/** What flows back to the input of a depthwise convolution: as tfjs's `DepthwiseConv2dNativeBackpropInput`. */
export const depthwiseInputGradient: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { dy, filter } = inputs as Record<'dy' | 'filter', tf.TensorInfo>;
  const info = geometry((attrs as { inputShape: number[] }).inputShape, filter.shape, attrs);
  return sums(info.inShape, [filter, dy], backend as WasmBackend, (sum, filter, dy) =>
    visit(info, (image, weight, gradient, channels, each) => {
      for (let c = 0, k = 0; c < channels; c++)
        for (let q = 0; q < each; q++, k++) sum[image + c] += filter[weight + k] * dy[gradient + k];
    }),
  );
};

type Geometry = tf.backend_util.Conv2DInfo;

function geometry(inShape: number[], filterShape: number[], attrs: tf.NamedAttrMap | undefined): Geometry {
  const { strides, dilations, pad, dimRoundingMode } = attrs as Record<string, never>;
  type Shape = [number, number, number, number];
  const shapes = [inShape as Shape, filterShape as Shape] as const;
  return tf.backend_util.computeConv2DInfo(...shapes, strides, dilations, pad, dimRoundingMode, true);
}

/** A new tensor whose numbers start at 0 and are added up by `add`. */
function sums(
  shape: number[],
  inputs: readonly tf.TensorInfo[],
  backend: WasmBackend,
  add: (sum: Float32Array, ...values: Float32Array[]) => void,
): tf.TensorInfo {
  const output = backend.makeOutput(shape, 'float32');
  // The heap may have grown with the output, so the views are taken only now.
  const views = inputs.map((input) => backend.typedArrayFromHeap(input));
  add(backend.typedArrayFromHeap(output).fill(0), ...views);
  return output;
}

/** Every place where a weight meets a pixel: where their channels begin in input, filter and output. */
function visit(
  info: Geometry,
  meet: (image: number, weight: number, gradient: number, channels: number, each: number) => void,
): void {
  const { inHeight, inWidth, inChannels, outHeight, outWidth, outChannels, padInfo } = info;
  for (let example = 0; example < info.batchSize; example++)
    for (let row = 0; row < outHeight; row++)
      for (let column = 0; column < outWidth; column++) {
        const gradient = ((example * outHeight + row) * outWidth + column) * outChannels;
        for (let h = 0; h < info.filterHeight; h++) {
          const y = row * info.strideHeight - padInfo.top + h * info.dilationHeight;
          if (y < 0 || y >= inHeight) continue;
          for (let w = 0; w < info.filterWidth; w++) {
            const x = column * info.strideWidth - padInfo.left + w * info.dilationWidth;
            if (x < 0 || x >= inWidth) continue;
            const image = ((example * inHeight + y) * inWidth + x) * inChannels;
            const weight = (h * info.filterWidth + w) * outChannels;
            meet(image, weight, gradient, inChannels, outChannels / inChannels);
          }
        }
      }
}
