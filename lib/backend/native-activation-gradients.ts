import * as tf from '@tensorflow/tfjs';
import type { NativeBackend } from '../compile/native-backend';

/** TensorFlow's own operations for what flows back through σ and tanh: `{ y, dy }` → dx. */
const operations = ['SigmoidGrad', 'TanhGrad'];

/** Adds kernels for operations of TensorFlow that tfjs knows nothing of: one pass over memory instead of three. */
export function registerNativeActivationGradients(): void {
  for (const kernelName of operations)
    tf.registerKernel({
      kernelName,
      backendName: 'tensorflow',
      kernelFunc({ inputs, backend }) {
        const { y, dy } = inputs as { y: tf.Tensor; dy: tf.Tensor };
        const native = backend as NativeBackend;
        const attributes = [
          { name: 'T', type: native.binding.TF_ATTR_TYPE, value: native.getDTypeInteger(y.dtype) },
        ];
        const ids = native.getInputTensorIds([y, dy]);
        const [dx] = native.binding.executeOp(kernelName, attributes, ids, 1);
        return native.createOutputTensor(dx);
      },
    });
}
