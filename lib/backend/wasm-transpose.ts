import type * as tf from '@tensorflow/tfjs';
import { replaceWasmKernel } from './replace-wasm-kernel';
import type { WasmBackend } from './wasm-backend';
import { exchangeAxes } from './wasm-exchange-axes';

/**
 * Exchanges axes on WebAssembly where the last one moves: a plain loop is several times as quick as tfjs's own kernel,
 * which works out the place of every number anew.
 */
export function registerWasmTranspose(): void {
  replaceWasmKernel('Transpose', (own) => (call) => {
    const { x } = call.inputs as { x: tf.TensorInfo };
    const { perm } = call.attrs as { perm: number[] };
    const rank = x.shape.length;
    if (rank < 2 || x.shape.includes(0) || perm[rank - 1] === rank - 1) return own(call);
    return exchangeAxes(x, perm, call.backend as WasmBackend) ?? own(call);
  });
}
