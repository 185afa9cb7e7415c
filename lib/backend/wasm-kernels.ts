import * as tf from '@tensorflow/tfjs';
import { convolutionFilterGradient } from './wasm-convolution-filter-gradient';
import { depthwiseFilterGradient, depthwiseInputGradient } from './wasm-depthwise-gradients';
import { einsum } from './wasm-einsum';
import { unsortedSegmentSum } from './wasm-unsorted-segment-sum';

const missing: Readonly<Record<string, tf.KernelFunc>> = {
  UnsortedSegmentSum: unsortedSegmentSum,
  Conv2DBackpropFilter: convolutionFilterGradient,
  DepthwiseConv2dNativeBackpropFilter: depthwiseFilterGradient,
  DepthwiseConv2dNativeBackpropInput: depthwiseInputGradient,
  Einsum: einsum,
};

/** Adds the kernels that the WebAssembly backend lacks, most of which gradients need. */
export function registerMissingKernels(): void {
  for (const [kernelName, kernelFunc] of Object.entries(missing))
    if (!tf.getKernel(kernelName, 'wasm')) tf.registerKernel({ kernelName, backendName: 'wasm', kernelFunc });
}
