import * as tf from '@tensorflow/tfjs';
import { abandonRecording } from '../compile/recording';
import { discardTape } from './discard-tape';

/**
 * Puts tfjs in order after its work was cut off: frees what the scopes hold that nobody will close, and the tape of a
 * backward pass that will not come. Tensors that were kept and variables stay.
 */
export function restoreEngine(): void {
  const engine = tf.engine();
  const { state } = engine;
  abandonRecording();
  state.kernelDepth = 0;
  state.gradientDepth = 0;
  discardTape();
  while (state.scopeStack.length > 0) engine.endScope();
}
