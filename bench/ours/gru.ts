import { GruLanguageModel } from './gru-language-model';
import { recurrentTraining } from './recurrent-training';

/** A character GRU on made text. */
export const gru = recurrentTraining(
  ({ vocabulary, channels, hidden }, rng) => new GruLanguageModel(vocabulary, channels, hidden, rng),
);
