import * as tf from '@tensorflow/tfjs';
import { skipGreeting } from '../../../lib/backend/cpu';
import { registerWasm } from '../../../lib/backend/wasm';

/** Makes WebAssembly and the plain backend ready beside the one that the tests run on. */
export async function startWasmAndCpu(): Promise<void> {
  const before = tf.getBackend();
  registerWasm();
  for (const backend of ['wasm', 'cpu']) await tf.setBackend(backend);
  skipGreeting();
  await tf.setBackend(before);
}
