export { type Bleu, type BleuOptions, bleu } from './bleu';
export { characterTokenizer } from './character-tokenizer';
export { chineseTokenizer } from './chinese-tokenizer';
export { type NormaliseOptions, normalise } from './normalise';
export { sentences } from './sentences';
export type { Tokenizer } from './tokenizer';
export { Vocabulary, type VocabularyChoice, type VocabularyOptions } from './vocabulary';
export { wordTokenizer } from './word-tokenizer';
export { words } from './words';
