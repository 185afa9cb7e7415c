export { type Analogies, type Analogy, googleAnalogies } from './analogies';
export { type Brown, type BrownText, brown } from './brown';
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
export { type Digits, Images } from './images';
export {
  type MadeAnalogies,
  type MadeAnalogiesConfig,
  type MadeWord,
  madeAnalogies,
} from './made-analogies';
export { type MadeDigitsConfig, madeDigits } from './made-digits';
export { type Milestone, milestones } from './milestones';
export { mnist } from './mnist';
export { type Plays, plays } from './plays';
export { type RatedPair, type RatedPairs, simLex999, wordSim353 } from './rated-pairs';
export { readText } from './read-text';
export { type Separable, type SeparableConfig, separable } from './separable';
export { type Gate, truthTable } from './truth-table';
export { type TwoMoonsConfig, twoMoons } from './two-moons';
export { wordPairs } from './word-pairs';
