/** A figure of the notebook isn't what it promises. */
export class ClaimMissed extends Error {
  override readonly name = 'ClaimMissed';
}
