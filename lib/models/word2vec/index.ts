export { contextScores } from './context-scores';
export { type HuffmanCode, huffmanCodes } from './huffman-codes';
export { keepProbabilities } from './keep-probabilities';
export { NoiseDistribution } from './noise-distribution';
export { skipGramPairs } from './skip-gram-pairs';
export { trainWord2Vec, type Word2VecProgress } from './train-word2vec';
export type { VectorTable } from './vector-table';
export { Word2Vec, type Word2VecConfig } from './word2vec';
export type { Word2VecOptions } from './word2vec-options';
