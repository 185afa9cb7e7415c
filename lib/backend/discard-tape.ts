import * as tf from '@tensorflow/tfjs';

/**
 * Frees what tfjs kept for a backward pass that never came, because the forward pass threw or was halted.
 *
 * Without it every error or interrupt inside a loss would leave a whole step's tensors behind.
 */
export function discardTape(): void {
  const { state } = tf.engine();
  if (state.gradientDepth > 0 || !state.activeTape) return;
  for (const { saved, inputs, outputs, kernelName } of state.activeTape) {
    if (saved) tf.dispose(saved);
    // The copies that an operation saves have nodes of their own, of no kernel: all there is where it was cut off.
    if ('x' in inputs && !tf.getKernel(kernelName, tf.getBackend())) tf.dispose(outputs);
  }
  state.activeTape = null as unknown as typeof state.activeTape; // as tfjs itself does after a backward pass
}
