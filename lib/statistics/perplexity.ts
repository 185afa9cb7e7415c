/**
 * Among how many equally likely tokens a model seems to choose: V if it knows nothing, 1 if it is always sure and right.
 *
 * Jelinek, Mercer, Bahl and Baker, "Perplexity: a measure of the difficulty of speech recognition tasks", 1977.
 *
 * @param logProbabilities of the tokens that came, `[tokens]`, in nats; one of −Infinity makes the perplexity infinite
 * @example perplexity([Math.log(0.5), Math.log(0.125)]) // 4
 */
export function perplexity(logProbabilities: ArrayLike<number>): number {
  const { length } = logProbabilities;
  if (length === 0) throw new Error('perplexity: expected at least one log-probability, got none');
  let sum = 0;
  for (let token = 0; token < length; token++) {
    const logP = logProbabilities[token];
    if (!(logP <= 0))
      throw new Error(
        `perplexity: expected log-probabilities of at most 0, got ${logP} at position ${token}. ` +
          'Take the logarithm of the probabilities first.',
      );
    sum += logP;
  }
  // e^(−Σ ln p / T)
  return Math.exp(-sum / length);
}
