/** What stops set-up: a plain reason for the reader and what to do about it. */
export class Problem extends Error {
  /** @param {string} reason one sentence  @param {string} [advice] what to install or type */
  constructor(reason, advice) {
    super(reason);
    this.name = 'Problem';
    this.advice = advice;
  }
}
