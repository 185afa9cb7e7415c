import * as tf from '@tensorflow/tfjs';

/**
 * Puts a kernel of ours in the place of tfjs's own on WebAssembly; called again, as when a file is edited, the new one
 * in the place of the old.
 *
 * @param make given tfjs's own
 */
export function replaceWasmKernel(kernelName: string, make: (own: tf.KernelFunc) => tf.KernelFunc): void {
  const kernel: Replaced = tf.getKernel(kernelName, 'wasm');
  const own = kernel.own ?? kernel.kernelFunc;
  const replaced: Replaced = { ...kernel, own, kernelFunc: make(own) };
  tf.unregisterKernel(kernelName, 'wasm');
  tf.registerKernel(replaced);
}

interface Replaced extends tf.KernelConfig {
  /** What tfjs brought along. */
  readonly own?: tf.KernelFunc;
}
