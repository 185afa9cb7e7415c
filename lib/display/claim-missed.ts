/** A figure of the notebook isn't what it promises. */
export class ClaimMissed extends Error {
  override readonly name = 'ClaimMissed';

  /** @param claim the function that was called; the trace begins with its caller, the reader's own line */
  constructor(message: string, claim: (...expectation: never[]) => void) {
    super(message);
    Error.captureStackTrace(this, claim);
  }
}
