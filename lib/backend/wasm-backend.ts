import type * as tf from '@tensorflow/tfjs';

/** What the WebAssembly backend of tfjs offers a kernel. */
export interface WasmBackend extends tf.KernelBackend {
  /** tfjs's library; it knows tensors by number. */
  readonly wasm: {
    cwrap(name: string, result: null, parameters: readonly string[]): (...args: never[]) => void;
    readonly tfjs: {
      /** @param size how many numbers lie from `offset` on in the heap */
      registerTensor(id: number, size: number, offset: number): void;
      /** Forgets a tensor; its memory stays. */
      disposeData(id: number): void;
    };
  };
  /** The number that the next tensor gets. */
  dataIdNextNumber: number;
  /** Where in the heap a tensor lies, in bytes. */
  readonly dataIdMap: { get(dataId: object): { readonly id: number; readonly memoryOffset: number } };
  makeOutput(shape: number[], dtype: tf.DataType): tf.TensorInfo;
  /** A view of a tensor's numbers; it goes stale where the heap grows. */
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}
