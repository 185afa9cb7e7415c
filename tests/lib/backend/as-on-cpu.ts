import * as tf from '@tensorflow/tfjs';
import { normal, Rng } from 'lineage';

/** Random numbers of these shapes. */
type Shapes = readonly (readonly number[])[];

/** Fails unless `work`, given random tensors, gives the same on WebAssembly as on the plain backend, and leaks nothing. */
export function expectAsOnCpu(
  shapes: Shapes,
  work: (...inputs: tf.Tensor[]) => tf.Tensor | tf.Tensor[],
): void {
  const before = tf.getBackend();
  const run = (backend: string) => {
    tf.setBackend(backend);
    const { numTensors } = tf.memory();
    const results = tf.tidy(() => {
      const inputs = shapes.map((shape, index) => normal([...shape], 1, new Rng(index)));
      return [work(...inputs)]
        .flat()
        .map((result) => ({ shape: result.shape, values: [...result.dataSync()] }));
    });
    expect(tf.memory().numTensors).toBe(numTensors);
    return results;
  };
  try {
    const [ours, plain] = [run('wasm'), run('cpu')];
    expect(ours.map(({ shape }) => shape)).toEqual(plain.map(({ shape }) => shape));
    for (const [index, { values }] of plain.entries()) {
      const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
      const apart = values.map((value, place) => Math.abs(ours[index].values[place] - value));
      expect(Math.max(0, ...apart)).toBeLessThan(1e-5 * largest);
    }
  } finally {
    tf.setBackend(before);
  }
}
