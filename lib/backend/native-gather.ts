import * as tf from '@tensorflow/tfjs';
import type { NativeBackend } from '../compile/native-backend';

/**
 * Replaces tfjs-node's gather by one that does not read the indices back: TensorFlow refuses those outside by itself,
 * and work that reads in its middle can't be compiled.
 */
export function registerNativeGather(): void {
  tf.unregisterKernel('GatherV2', 'tensorflow');
  tf.registerKernel({ kernelName: 'GatherV2', backendName: 'tensorflow', kernelFunc: gather });
}

const gather: tf.KernelFunc = ({ inputs, attrs, backend }) => {
  const { x, indices } = inputs as { x: tf.Tensor; indices: tf.Tensor };
  const { axis, batchDims } = attrs as { axis: number; batchDims: number };
  const native = backend as NativeBackend;
  const { TF_ATTR_INT, TF_ATTR_TYPE } = native.binding;
  const types = { Tparams: x, Tindices: indices };
  return tf.tidy(() => {
    const axisTensor = tf.scalar(axis, 'int32');
    const ids = native.getInputTensorIds([x, indices, axisTensor]);
    const attributes = [
      { name: 'batch_dims', type: TF_ATTR_INT, value: batchDims },
      ...Object.entries({ ...types, Taxis: axisTensor }).map(([name, { dtype }]) => ({
        name,
        type: TF_ATTR_TYPE,
        value: native.getDTypeInteger(dtype),
      })),
    ];
    const [gathered] = native.binding.executeOp('GatherV2', attributes, ids, 1);
    return native.createOutputTensor(gathered);
  });
};
