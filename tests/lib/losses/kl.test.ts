import * as tf from '@tensorflow/tfjs';
import * as fc from 'fast-check';
import { entropy, kl, logSoftmax, nll, softmax } from 'lineage';

const number = (scalar: tf.Scalar) => scalar.dataSync()[0];
const logits = fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 4, maxLength: 4 });
const scaled = (row: readonly number[]) => tf.tensor2d([row.map((tenths) => tenths / 10)]);

test('cross-entropy is entropy plus divergence', () => {
  fc.assert(
    fc.property(logits, logits, (a, b) =>
      tf.tidy(() => {
        const [p, logQ] = [softmax(scaled(a)), logSoftmax(scaled(b))];
        const sum = entropy([...p.dataSync()]) + number(kl(logQ, p));
        expect(number(nll(logQ, p))).toBeCloseTo(sum, 4);
      }),
    ),
  );
});

test('it is never below 0, and 0 only where both are equal', () => {
  fc.assert(
    fc.property(logits, logits, (a, b) =>
      tf.tidy(() => {
        const [p, q] = [softmax(scaled(a)), softmax(scaled(b))];
        const divergence = number(kl(q.log(), p));
        expect(divergence).toBeGreaterThan(-1e-6);
        // Pinsker: KL ≥ ½ (Σ |p − q|)², so distributions that differ cannot have a divergence of 0
        const distance = number(p.sub(q).abs().sum<tf.Scalar>());
        expect(divergence).toBeGreaterThanOrEqual(distance ** 2 / 2 - 1e-5);
        expect(Math.abs(number(kl(p.log(), p)))).toBeLessThan(1e-6);
      }),
    ),
  );
});

test('it is not the same the other way round', () => {
  tf.tidy(() => {
    const [fair, loaded] = [tf.tensor2d([[0.5, 0.5]]), tf.tensor2d([[0.9, 0.1]])];
    expect(number(kl(loaded.log(), fair))).toBeCloseTo(0.5 * Math.log(0.5 / 0.9) + 0.5 * Math.log(5), 6);
    expect(number(kl(fair.log(), loaded))).toBeCloseTo(0.9 * Math.log(1.8) + 0.1 * Math.log(0.2), 6);
  });
});
