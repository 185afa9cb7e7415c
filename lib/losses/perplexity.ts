/**
 * Among how many equally likely tokens a model seems to choose: e to its mean surprise. V for one that knows nothing of
 * a vocabulary of V; infinite where something impossible happened.
 *
 * Jelinek, Mercer, Bahl and Baker, "Perplexity: a measure of the difficulty of speech recognition tasks", 1977.
 *
 * @param logProbabilities ln P of each token that came, in nats, `[tokens]`
 * @throws Error on none, or on one above 0 or NaN
 * @example perplexity([Math.log(0.25), Math.log(0.25)]) // 4
 */
export function perplexity(logProbabilities: ArrayLike<number>): number {
  const who = 'perplexity';
  if (logProbabilities.length === 0) throw new Error(`${who}: expected at least one token, got none`);
  let sum = 0;
  for (let token = 0; token < logProbabilities.length; token++) {
    const logP = logProbabilities[token];
    // A probability of 1 may be rounded to a little more
    if (!(logP <= 1e-9))
      throw new Error(`${who}: expected the logarithms of probabilities, at most 0, got ${logP} at ${token}`);
    sum += logP;
  }
  // e^(−1/n Σ ln P)
  return Math.exp(-sum / logProbabilities.length);
}
