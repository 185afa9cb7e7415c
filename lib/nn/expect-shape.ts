import type * as tf from '@tensorflow/tfjs';

/**
 * Refuses a tensor whose shape doesn't fit, at the door and by name.
 *
 * @param expected sizes, the name of a free axis such as `'batch'`, or `'...'` in front for any number of axes
 * @example expectShape('Linear(64 → 256)', x, '...', 64)
 */
export function expectShape(who: string, x: tf.Tensor, ...expected: (number | string)[]): void {
  const open = expected[0] === '...';
  const axes = open ? expected.slice(1) : expected;
  const got = open ? x.shape.slice(-axes.length) : x.shape;
  const fits =
    got.length === axes.length && axes.every((size, axis) => typeof size === 'string' || size === got[axis]);
  if (!fits) throw new Error(`${who}: expected [${expected.join(', ')}], got [${x.shape.join(', ')}]`);
}
