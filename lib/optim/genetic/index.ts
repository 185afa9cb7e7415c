export type { Candidate } from './candidate';
export type { Fitness } from './fitness';
export { type Generation, type GeneticOptions, geneticAlgorithm } from './genetic-algorithm';
export { type IntegerMutation, integerMutation } from './integer-mutation';
export { normalMutation } from './normal-mutation';
export { offspring } from './offspring';
export { tournament } from './tournament';
export { uniformCrossover } from './uniform-crossover';
