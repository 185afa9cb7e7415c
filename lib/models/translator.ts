import type * as tf from '@tensorflow/tfjs';

/** What a translator carries from token to token; every tensor has one row per sentence along its first axis. */
export type TranslatorState = Readonly<Record<string, tf.Tensor>>;

/** A model that reads a sentence, then writes another, token by token. */
export interface Translator<State extends TranslatorState = TranslatorState> {
  /** @param source int32 `[batch, sourceLength]`  @returns new tensors */
  read(source: tf.Tensor2D): State;
  /**
   * Writes one more token of every sentence.
   *
   * @param last the token written before, at first the begin token, int32 `[batch]`
   * @returns new tensors: logits `[batch, targetVocabulary]`; `weights`, where in the source a model with attention
   * looked, `[batch, sourceLength]`, whose rows sum to 1; the state after it
   */
  write(last: tf.Tensor1D, state: State): { logits: tf.Tensor2D; weights?: tf.Tensor2D; state: State };
}
