import * as tf from '@tensorflow/tfjs';

/**
 * Every variable under `node` by its path, such as `blocks.0.attention.qkv.weight`.
 *
 * A layer's public fields are its parameter tree; `#private` fields are invisible to this walk. A variable that
 * is reached twice (tied weights) appears once, under the first path.
 */
export function parameters(node: unknown, path = '', seen = new Set<unknown>()): Record<string, tf.Variable> {
  if (typeof node !== 'object' || node === null || seen.has(node)) return {};
  seen.add(node);
  if (node instanceof tf.Variable) return { [path]: node };
  if (node instanceof tf.Tensor || ArrayBuffer.isView(node)) return {};
  const found = Object.entries(node).map(([key, child]) =>
    parameters(child, path ? `${path}.${key}` : key, seen),
  );
  return Object.assign({}, ...found);
}
