import * as tf from '@tensorflow/tfjs';
import type { Layer } from '../nn';
import type { Rng } from '../rng';
import { watchLayers } from './watch-layers';

/**
 * A model's forward pass, whose errors name the layer that could not go on: by its path in the model, and by what it
 * was given. To find it, the pass that failed is run once more.
 *
 * @param dropout given only while training: where dropout draws from
 * @throws what the layer throws, such as `layers.1: Linear(9 → 2): expected [..., 9], got [32, 3]`
 */
export function namedForward<X extends tf.Tensor, Y extends tf.Tensor>(
  model: Layer<X, Y>,
  x: X,
  dropout?: Rng,
): Y {
  try {
    return model.forward(x, dropout);
  } catch (error) {
    // TensorFlow's own errors may be of another realm, so that instanceof would miss them.
    const { message } = error as Error;
    const where = isInterrupt(error) ? undefined : failingLayer(model, x, dropout, message);
    if (where) Reflect.set(error as Error, 'message', `${where}: ${message}`);
    throw error;
  }
}

/** The innermost layer that fails, in words; nothing where it is the model itself, or none. */
function failingLayer<X extends tf.Tensor, Y extends tf.Tensor>(
  model: Layer<X, Y>,
  x: X,
  dropout: Rng | undefined,
  message: string,
): string | undefined {
  let path: string | undefined;
  let where = '';
  const unwatch = watchLayers(
    model,
    () => {},
    (layerPath, layer, input) => {
      if (path !== undefined) return;
      path = layerPath;
      const { name } = layer.constructor;
      // A layer of ours has said so itself.
      where = message.startsWith(name) ? path : `${path} (${name}), which was given ${shapeOf(input)}`;
    },
  );
  try {
    tf.tidy(() => {
      model.forward(x, dropout);
    });
  } catch (again) {
    if (isInterrupt(again)) throw again;
  } finally {
    unwatch();
  }
  return path ? where : undefined;
}

function shapeOf(input: unknown): string {
  return input instanceof tf.Tensor ? `[${input.shape.join(', ')}]` : typeof input;
}

function isInterrupt(error: unknown): boolean {
  return (error as Error).name === 'KeyboardInterrupt';
}
