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
export { type MadeDigitsConfig, madeDigits } from './made-digits';
export { type Milestone, milestones } from './milestones';
export { mnist } from './mnist';
export { type Separable, type SeparableConfig, separable } from './separable';
export { Sequences } from './sequences';
export { type Gate, truthTable } from './truth-table';
export { type TwoMoonsConfig, twoMoons } from './two-moons';
