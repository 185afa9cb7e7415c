import type * as tf from '@tensorflow/tfjs';

/**
 * Refuses a tensor whose shape doesn't fit, or that holds no example, at the door and by name.
 *
 * @param who the layer or function, as in `Linear(64 → 256)`
 * @param expected sizes, the name of a free axis such as `'batch'`, or `'...'` in front for any number of axes
 * @throws Error `Linear(64 → 256): expected [..., 64], got [8, 32, 128]`
 * @example expectShape('Linear(64 → 256)', x, '...', 64)
 */
export function expectShape(who: string, x: tf.Tensor, ...expected: (number | string)[]): void {
  const open = expected[0] === '...';
  const axes = open ? expected.slice(1) : expected;
  const got = open ? x.shape.slice(x.shape.length - axes.length) : x.shape;
  const fits =
    got.length === axes.length && axes.every((size, axis) => typeof size === 'string' || size === got[axis]);
  const message = `${who}: expected [${expected.join(', ')}]`;
  if (!fits) throw new Error(`${message}, got [${x.shape.join(', ')}]`);
  if (x.size === 0) throw new Error(`${message} with at least one example, got [${x.shape.join(', ')}]`);
}
