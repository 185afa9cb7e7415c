import type * as tf from '@tensorflow/tfjs';
import { Adam, crossEntropy, GruEncoderDecoder, type Layer } from 'lineage';
import { sentencePairs } from './sentence-pairs';
import { training } from './training';

/** The token behind the end of a sentence. */
const padding = 0;

/** A GRU encoder–decoder with additive attention, on made sentence pairs. */
export const seq2seq = training({
  model: ({ sourceVocabulary, targetVocabulary, sourceLength, channels, hidden }, rng) =>
    new GruEncoderDecoder(
      { sourceVocabulary, targetVocabulary, sourceLength, channels, hidden, padding },
      rng,
    ) as unknown as Layer<tf.Tensor, tf.Tensor>,
  optimizer: (model, { learningRate }) => new Adam(model, { learningRate }),
  loss: (logits, targets) => crossEntropy(logits, targets, { ignore: padding }),
  clipNorm: 1,
  batches: sentencePairs,
});
