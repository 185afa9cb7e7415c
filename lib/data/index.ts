export type { Batch, Dataset, Provenance } from './dataset';
