export { bagOfWords } from './bag-of-words';
export { type Bleu, type BleuOptions, bleu } from './bleu';
export { characterTokenizer } from './character-tokenizer';
export { chineseTokenizer } from './chinese-tokenizer';
export { chrf } from './chrf';
export { type ExactMatches, exactMatches } from './exact-matches';
export { type MaskedTokens, type MaskOptions, maskTokens } from './mask-tokens';
export { type Neighbour, nearest } from './nearest';
export { type NormaliseOptions, normalise } from './normalise';
export { oneHot } from './one-hot';
export { plainSentence } from './plain-sentence';
export { begin, end, padding, SentenceCoder, sentenceMarks, unknown } from './sentence-coder';
export { sentenceRow } from './sentence-row';
export {
  chineseCharacters,
  chineseSentence,
  englishSentence,
  type SentenceTokenizer,
} from './sentence-tokenizer';
export { sentences } from './sentences';
export { simplified } from './simplified';
export { SparseVector } from './sparse-vector';
export { TfIdf, type TfIdfOptions } from './tf-idf';
export type { Tokenizer } from './tokenizer';
export { Vocabulary, type VocabularyChoice, type VocabularyOptions } from './vocabulary';
export { withoutWords } from './without-words';
export { wordTokenizer } from './word-tokenizer';
export { words } from './words';
