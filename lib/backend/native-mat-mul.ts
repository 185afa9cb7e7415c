import * as tf from '@tensorflow/tfjs';
import type { NativeBackend } from '../compile/native-backend';

/**
 * Multiplies two matrices by TensorFlow's `MatMul` where tfjs-node asks `BatchMatMulV2` for it: that one splits even
 * small products between the cores, which costs more than it saves. `MatMul` is slow only where the second matrix is
 * transposed.
 */
export function registerNativeMatMul(): void {
  const batched = tf.getKernel('BatchMatMul', 'tensorflow').kernelFunc;
  const matMul: tf.KernelFunc = (call) => {
    const { a, b } = call.inputs as { a: tf.Tensor; b: tf.Tensor };
    const { transposeA, transposeB } = call.attrs as { transposeA: boolean; transposeB: boolean };
    if (a.shape.length !== 2 || b.shape.length !== 2 || transposeB) return batched(call);
    const native = call.backend as NativeBackend;
    const { TF_ATTR_BOOL, TF_ATTR_TYPE } = native.binding;
    const attributes = [
      { name: 'T', type: TF_ATTR_TYPE, value: native.getDTypeInteger(a.dtype) },
      { name: 'transpose_a', type: TF_ATTR_BOOL, value: transposeA },
      { name: 'transpose_b', type: TF_ATTR_BOOL, value: false },
    ];
    const [product] = native.binding.executeOp('MatMul', attributes, native.getInputTensorIds([a, b]), 1);
    return native.createOutputTensor(product);
  };
  tf.unregisterKernel('BatchMatMul', 'tensorflow');
  tf.registerKernel({ kernelName: 'BatchMatMul', backendName: 'tensorflow', kernelFunc: matMul });
}
