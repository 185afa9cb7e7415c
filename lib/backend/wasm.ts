import path from 'node:path';
import { registerMissingKernels } from './wasm-kernels';
import { registerWasmMatMul } from './wasm-mat-mul';
import { registerWasmSlice } from './wasm-slice';
import { registerWasmSum } from './wasm-sum';
import { registerWasmTranspose } from './wasm-transpose';

/** Registers the WebAssembly backend with the kernels that training needs; the number of threads it may use. */
export function registerWasm(): number {
  const wasm = require('@tensorflow/tfjs-backend-wasm') as typeof import('@tensorflow/tfjs-backend-wasm');
  const home = path.dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'));
  wasm.setWasmPaths(path.join(home, 'dist') + path.sep);
  registerMissingKernels();
  registerWasmMatMul();
  registerWasmSlice();
  registerWasmSum();
  registerWasmTranspose();
  return 1;
}
