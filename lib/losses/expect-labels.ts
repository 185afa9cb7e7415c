import type * as tf from '@tensorflow/tfjs';
import { guard } from '../compile';

/**
 * Refuses labels that name no class, and a batch in which every label is ignored, at the door.
 *
 * @param labels int32 `[...]`
 * @param ignore a label that is let through though it names no class
 * @throws Error `crossEntropy: expected labels 0–9, got 12 at position 3`
 */
export function expectLabels(who: string, labels: tf.Tensor, classes: number, ignore?: number): void {
  guard([labels], (values) => {
    let counted = 0;
    for (let index = 0; index < values.length; index++) {
      const label = values[index];
      if (label === ignore) continue;
      if (label < 0 || label >= classes)
        throw new Error(`${who}: expected labels 0–${classes - 1}, got ${label} at position ${index}`);
      counted++;
    }
    if (counted === 0)
      throw new Error(
        `${who}: expected a label other than the ignored ${ignore}, got ${values.length} of those`,
      );
  });
}
