import * as tf from '@tensorflow/tfjs';
import type { SparseExamples } from '../data';
import { expectBetween } from '../expect/expect-between';
import { Linear } from '../nn';
import { Rng } from '../rng';

/**
 * A classifier that is counted, not trained: how often each class uses each word, taken as if a text were drawn word by
 * word without regard to the others.
 *
 * The logarithm turns the product of the words' probabilities into a sum, so the result is a linear layer like any
 * other, whose weights happen to be counted.
 *
 * Sources: McCallum and Nigam, "A comparison of event models for naive Bayes text classification", 1998 (multinomial
 * model); Graham, "A plan for spam", 2002.
 *
 * @param examples bags of words and their classes; every class from 0 to the largest occurs
 * @param options.smoothing added to every count, so that a new word isn't impossible; 1 by default (Laplace). Nearer to 0:
 * a word that one class never used decides alone
 * @returns logits ln P(class) + Σ count · ln P(word | class): bag `[batch, features]` → `[batch, classes]`
 */
export function naiveBayes(
  { rows, labels, features }: SparseExamples,
  { smoothing = 1 }: { readonly smoothing?: number } = {},
): Linear {
  expectBetween('naiveBayes', 'smoothing', smoothing, Number.MIN_VALUE);
  const classes = labels.reduce((most, label) => Math.max(most, label), 0) + 1;
  const texts = new Float64Array(classes);
  const counts = Array.from({ length: classes }, () => new Float64Array(features).fill(smoothing));
  rows.forEach(({ indices, values }, example) => {
    texts[labels[example]]++;
    indices.forEach((word, entry) => {
      if (values[entry] < 0)
        throw new Error(`naiveBayes: expected counts of at least 0, got ${values[entry]} in row ${example}`);
      counts[labels[example]][word] += values[entry];
    });
  });
  const empty = texts.indexOf(0);
  if (empty >= 0)
    throw new Error(
      `naiveBayes: expected an example of each of the ${classes} classes, got none of ${empty}`,
    );

  const linear = new Linear(features, classes, new Rng(0), { init: 'zeros' });
  const weight = new Float32Array(features * classes);
  counts.forEach((count, label) => {
    const all = count.reduce((sum, value) => sum + value, 0);
    // ln P(word | class) = ln((count + smoothing) / (all counts + smoothing · features))
    for (let word = 0; word < features; word++) weight[word * classes + label] = Math.log(count[word] / all);
  });
  tf.tidy(() => {
    linear.weight.assign(tf.tensor2d(weight, [features, classes]));
    // ln P(class) = ln(texts of the class / texts)
    linear.bias!.assign(tf.tensor1d(Array.from(texts, (count) => Math.log(count / rows.length))));
  });
  return linear;
}
