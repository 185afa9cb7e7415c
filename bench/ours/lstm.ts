import { LstmLanguageModel } from 'lineage';
import { recurrentTraining } from './recurrent-training';

/** A character LSTM on made text. */
export const lstm = recurrentTraining(
  ({ vocabulary, channels, hidden }, rng) => new LstmLanguageModel({ vocabulary, channels, hidden }, rng),
);
