export { addK } from './add-k';
export { katzBackOff } from './katz-back-off';
export { kneserNey } from './kneser-ney';
export { NgramCounts, type NgramCountsConfig, sentenceEnd } from './ngram-counts';
export { NgramModel } from './ngram-model';
export type { Estimate, Smoothing } from './smoothing';
