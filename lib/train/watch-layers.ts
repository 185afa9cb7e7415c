import * as tf from '@tensorflow/tfjs';
import type { Layer } from '../nn';

/** @param path of the layer that returned, such as `layers.1`; empty for the model itself */
type Watcher = (path: string, layer: Layer, output: unknown) => void;

/** @param input what the layer was given when it threw */
type FailureWatcher = (path: string, layer: Layer, input: unknown) => void;

/**
 * Lets `seen` look at what every layer under `model` returns, and `failed` at those that throw, inner layers before the
 * outer ones.
 *
 * @returns a function that ends the watch and leaves the layers as they were
 */
export function watchLayers(model: unknown, seen: Watcher, failed: FailureWatcher = () => {}): () => void {
  const undo: (() => void)[] = [];
  const known = new Set<unknown>();
  const visit = (node: unknown, path: string) => {
    if (typeof node !== 'object' || node === null || known.has(node)) return;
    if (node instanceof tf.Tensor || ArrayBuffer.isView(node)) return;
    known.add(node);
    for (const [key, child] of Object.entries(node)) visit(child, path ? `${path}.${key}` : key);
    if (isLayer(node))
      undo.push(
        wrap(
          node,
          (output) => seen(path, node, output),
          (input) => failed(path, node, input),
        ),
      );
  };
  visit(model, '');
  return () => {
    for (const back of undo) back();
  };
}

function isLayer(node: object): node is Layer {
  return typeof (node as Partial<Layer>).forward === 'function';
}

function wrap(layer: Layer, seen: (output: unknown) => void, failed: (input: unknown) => void): () => void {
  const own = Object.getOwnPropertyDescriptor(layer, 'forward');
  const { forward } = layer;
  const watched: Layer['forward'] = (...inputs) => {
    let output: tf.Tensor;
    try {
      output = forward.apply(layer, inputs);
    } catch (error) {
      failed(inputs[0]);
      throw error;
    }
    seen(output);
    return output;
  };
  Object.defineProperty(layer, 'forward', { value: watched, configurable: true });
  return () => {
    if (own) Object.defineProperty(layer, 'forward', own);
    else Reflect.deleteProperty(layer, 'forward');
  };
}
