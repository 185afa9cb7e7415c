import * as tf from '@tensorflow/tfjs';

/**
 * Frees what tfjs kept for a backward pass that never came, because the forward pass threw.
 *
 * Without it every error or interrupt inside a loss would leave a whole step's tensors behind.
 */
export function discardTape(): void {
  const { state } = tf.engine();
  if (state.gradientDepth > 0 || !state.activeTape) return;
  for (const { saved } of state.activeTape) if (saved) tf.dispose(saved);
  state.activeTape = null as unknown as typeof state.activeTape; // as tfjs itself does after a backward pass
}
