import type * as tf from '@tensorflow/tfjs';
import { GruEncoderDecoder, type Layer, type Rng, Seq2Seq, Transformer, type Translator } from 'lineage';

/** What all contenders are to read and write. */
export interface Languages {
  readonly sourceVocabulary: number;
  readonly targetVocabulary: number;
  readonly sourceLength: number;
}

/** A translator that learns from tokens to scores. */
export type Contender = Translator & Layer<tf.Tensor2D, tf.Tensor3D>;

/** How each of the course's translators is made, in the order in which history made them. */
export const contenders: Readonly<Record<string, (languages: Languages, rng: Rng) => Contender>> = {
  'GRU, one vector': (languages, rng) =>
    new Seq2Seq({ ...languages, channels: 64, hidden: 160 }, rng) as unknown as Contender,
  'GRU with attention': (languages, rng) =>
    new GruEncoderDecoder({ ...languages, channels: 64, hidden: 128 }, rng) as unknown as Contender,
  Transformer: (languages, rng) =>
    new Transformer(
      { ...languages, channels: 128, heads: 4, layers: 2, dropout: 0.1 },
      rng,
    ) as unknown as Contender,
};
