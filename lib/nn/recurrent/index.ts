export { Gru, type StateRun, type StateRunOptions } from './gru';
export { Lstm, type LstmRunOptions, type LstmState } from './lstm';
export type { RecurrentLayer, RecurrentOptions } from './recurrent-layers';
export { RecurrentWeights } from './recurrent-weights';
export { Rnn, type RnnOptions } from './rnn';
