import * as tf from '@tensorflow/tfjs';

/** What TensorFlow's library tells of a tensor that it holds. */
export interface NativeTensor {
  readonly id: number;
  readonly shape: number[];
  /** TensorFlow's number for the type, such as 1 for float32. */
  readonly dtype: number;
}

/** A setting of an operation, such as `{ name: 'transpose_a', type: TF_ATTR_BOOL, value: true }`. */
export interface NativeAttribute {
  readonly name: string;
  readonly type: number;
  readonly value: unknown;
}

/** Numbers as the library takes them. */
export type NativeValues = Float32Array | Int32Array | Uint8Array;

/** The functions of TensorFlow's library, as tfjs-node binds them; tensors are known to it by number. */
export interface NativeBinding {
  createTensor(shape: readonly number[], dtype: number, values: NativeValues): number;
  deleteTensor(id: number): void;
  tensorDataSync(id: number): NativeValues;
  executeOp(
    name: string,
    attributes: readonly NativeAttribute[],
    inputs: readonly number[],
    outputs: number,
  ): NativeTensor[];
  loadSavedModel(folder: string, tags: string): number;
  deleteSavedModel(id: number): void;
  runSavedModel(id: number, inputs: readonly number[], feeds: string, fetches: string): NativeTensor[];
  readonly TF_ATTR_TYPE: number;
  readonly TF_ATTR_INT: number;
  readonly TF_ATTR_FLOAT: number;
  readonly TF_ATTR_BOOL: number;
  readonly TF_ATTR_STRING: number;
  readonly TF_ATTR_SHAPE: number;
}

/** Where tfjs-node keeps the number of a tensor's data; several tensors may share them. */
interface Held {
  id: number;
  refCount: number;
}

/** The native backend of tfjs, down to the library that it drives. */
export interface NativeBackend extends tf.KernelBackend {
  binding: NativeBinding;
  readonly tensorMap: { get(dataId: object): Held };
  /** The library's numbers of tensors, whose values it is given first where they are still in JavaScript. */
  getInputTensorIds(tensors: readonly tf.Tensor[]): number[];
  createOutputTensor(tensor: NativeTensor): tf.Tensor;
  /** TensorFlow's number for a type. */
  getDTypeInteger(dtype: tf.DataType): number;
}

/** The native backend; undefined on the other tiers. */
export function nativeBackend(): NativeBackend | undefined {
  return tf.getBackend() === 'tensorflow' ? (tf.backend() as unknown as NativeBackend) : undefined;
}
