/** What a stage's tool counted; one that failed without counting a failure counts as one. */
export function tally(code, passed, failed) {
  return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}
