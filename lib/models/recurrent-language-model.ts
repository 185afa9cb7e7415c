import type * as tf from '@tensorflow/tfjs';

/** What a recurrent model remembers, by name, each `[layers, batch, hidden]`: an RNN's h; an LSTM's h and c. */
export type RecurrentState = Readonly<Record<string, tf.Tensor3D>>;

/** What a {@link RecurrentLanguageModel} makes of some tokens. */
export interface Reading<S extends RecurrentState> {
  /** `[batch, time, vocabulary]`: row t scores what follows token t */
  readonly logits: tf.Tensor3D;
  /** h of the last layer after each token, `[batch, time, hidden]` */
  readonly hidden: tf.Tensor3D;
  /** after the last token */
  readonly state: S;
}

/** A language model that keeps what it read in a state of fixed size, however long the text. */
export interface RecurrentLanguageModel<S extends RecurrentState = RecurrentState> {
  readonly config: { readonly vocabulary: number; readonly hidden: number };
  /** The state of a model that has read nothing: zeros, which the caller disposes. */
  emptyState(batch: number): S;
  /**
   * Reads on from a state.
   *
   * @param ids int32 `[batch, time]`
   * @returns new tensors, which the caller disposes
   */
  read(ids: tf.Tensor2D, state: S): Reading<S>;
}
