import * as tf from '@tensorflow/tfjs';
import { drawToken, nextTokenDistribution, penaliseRepetition, Rng } from 'lineage';
import { chooseToken } from '../../../lib/models/choose-token';

const vocabulary = 40;

/** A generator whose next number is known. */
function at(point: number): Rng {
  const rng = new Rng(0);
  rng.uniform = () => point;
  return rng;
}

test.each([
  { temperature: 1 },
  { temperature: 0 },
  { temperature: 0.3 },
  { temperature: 2, topK: 5 },
  { temperature: 1, topK: 400 },
  { temperature: 1, topP: 0.5 },
  { temperature: 1, topP: 0.01 },
  { temperature: 1.2, topK: 12, topP: 0.8 },
  { temperature: 1, repetitionPenalty: 1.7 },
  { temperature: 0, repetitionPenalty: 3 },
])('with %j chooses as the functions on numbers do', ({ repetitionPenalty = 1, ...sampling }) => {
  const { temperature, topK = Infinity, topP = 1 } = sampling as Record<string, number | undefined>;
  const chance = new Rng(3);
  const choice = {
    ...{ greedy: temperature === 0, topK, nucleus: topP < 1 },
    penalises: repetitionPenalty > 1,
  };
  for (let time = 0; time < 60; time++) {
    // Halves, so that some are equal; of those the first counts as the likelier.
    const logits = Float32Array.from({ length: vocabulary }, () => Math.round(chance.normal(0, 2) * 2) / 2);
    const seen = Array.from({ length: vocabulary }, (_, token) => token).filter(() => chance.uniform() < 0.3);
    const point = time === 0 ? 0 : time === 1 ? 1 - 2 ** -53 : chance.uniform();
    const likely = penaliseRepetition(logits, seen, repetitionPenalty);
    const probabilities = nextTokenDistribution(likely, sampling);
    const expected = drawToken(probabilities, at(point));
    const chosen = tf.tidy(() => {
      const marks = Float32Array.from(logits, (_, token) => Number(seen.includes(token)));
      const numbers = {
        temperature: tf.scalar(temperature!),
        topP: tf.scalar(topP),
        repetitionPenalty: tf.scalar(repetitionPenalty),
      };
      return chooseToken(
        tf.tensor1d(logits),
        tf.tensor1d(marks),
        tf.scalar(point),
        choice,
        numbers,
      ).dataSync()[0];
    });
    // So near to 1, 32-bit numbers may not see the last token, but never choose an impossible one.
    if (point > 1 - 2 ** -22) expect(probabilities[chosen]).toBeGreaterThan(0);
    else expect(chosen).toBe(expected);
  }
});
