import util from 'node:util';
import { registerNativeActivationGradients } from './native-activation-gradients';
import { registerNativeGather } from './native-gather';
import { registerNativeMatMul } from './native-mat-mul';

/** TensorFlow's version inside the native binding, such as `2.21.0`; throws where the library isn't installed. */
export function registerNative(): string {
  // tfjs-node 4.22 calls two helpers that Node 23 removed.
  const legacy = util as unknown as Record<string, (value: unknown) => boolean>;
  legacy.isNullOrUndefined ??= (value) => value === null || value === undefined;
  legacy.isArray ??= Array.isArray;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '2';
  const { backend } = require('@tensorflow/tfjs-node') as typeof import('@tensorflow/tfjs-node');
  registerNativeActivationGradients();
  registerNativeGather();
  registerNativeMatMul();
  const { binding } = backend() as unknown as { binding: { TF_Version: string } };
  return binding.TF_Version;
}
