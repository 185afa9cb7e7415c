import type { Provenance } from './dataset';

/** A message that someone marked as wanted or not. */
export interface Message {
  readonly text: string;
  /** `ham` is what the receiver wanted. */
  readonly label: 'ham' | 'spam';
}

/** Messages and where they came from. */
export interface Messages {
  readonly messages: readonly Message[];
  readonly provenance: Provenance;
}
