import type { Provenance } from './dataset';

/** A sentence and its translation. */
export interface SentencePair {
  readonly source: string;
  readonly target: string;
}

/** Sentences with their translations, and where they came from. */
export interface Translations {
  readonly pairs: readonly SentencePair[];
  readonly provenance: Provenance;
}
