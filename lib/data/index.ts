export { AddingProblem, type AddingProblemConfig } from './adding-problem';
export { type Analogies, type Analogy, googleAnalogies } from './analogies';
export { belgianCalls } from './belgian-calls';
export { type Brown, type BrownText, brown } from './brown';
export { cedict, readCedict } from './cedict';
export { type ClosedVocabularyConfig, closedVocabulary } from './closed-vocabulary';
export { ClozeRows } from './cloze-rows';
export { type DataFile, type DataSet, type DataSetName, dataSets } from './data-sets';
export type { Batch, Dataset, Provenance } from './dataset';
export { digits } from './digits';
export { Examples, type Target } from './examples';
export {
  DamagedFile,
  DataUnavailable,
  type DownloadProgress,
  type FoundFile,
  findData,
  onDownload,
  type Places,
} from './finder';
export { type HalfSizeImages, halfSize } from './half-size';
export { type Digits, Images } from './images';
export { type MadeAnalogies, type MadeAnalogiesConfig, type MadeWord, madeAnalogies } from './made-analogies';
export { barPatterns, type MadeBarcodesConfig, madeBarcodes } from './made-barcodes';
export { type MadeDigitsConfig, madeDigits } from './made-digits';
export { type MadeMessagesConfig, madeMessages } from './made-messages';
export { type MadeReversalsConfig, madeReversals } from './made-reversals';
export {
  isMadeSentence,
  type MadeSenses,
  type MadeSensesConfig,
  madeSenses,
  type SenseSentence,
  type Side,
  senseOdds,
} from './made-senses';
export { type MadeTranslationsConfig, madeTranslations } from './made-translations';
export type { Message, Messages } from './message';
export { messages } from './messages';
export { type Milestone, milestones } from './milestones';
export { mnist } from './mnist';
export { type Names, names } from './names';
export { NextTokens } from './next-tokens';
export { peterPiper } from './peter-piper';
export { type Plays, plays } from './plays';
export { type RatedPair, type RatedPairs, simLex999, wordSim353 } from './rated-pairs';
export { type FoundText, readText } from './read-text';
export { Recall, type RecallConfig } from './recall';
export type { SentencePair, Translations } from './sentence-pair';
export { type SentenceCoders, SentencePairs, type SentencePairsOptions } from './sentence-pairs';
export { type Separable, type SeparableConfig, separable } from './separable';
export { Sequences } from './sequences';
export { shakespeare } from './shakespeare';
export { readMessages, smsSpam } from './sms-spam';
export { MailNotInstalled, readMail, spamMail } from './spam-mail';
export { SparseExamples } from './sparse-examples';
export { type SplitBySentenceConfig, splitBySentence } from './split-by-sentence';
export { stamped, stampPixels } from './stamped';
export { stopWords } from './stop-words';
export { readSentencePairs, tatoeba } from './tatoeba';
export { TextStreams, type TextStreamsConfig } from './text-streams';
export { translations } from './translations';
export { type Gate, truthTable } from './truth-table';
export { type TwoMoonsConfig, twoMoons } from './two-moons';
export { Windows, type WindowsConfig } from './windows';
export { withoutRepeats } from './without-repeats';
export { wordPairs } from './word-pairs';
