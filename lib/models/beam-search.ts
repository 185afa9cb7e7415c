import { expectSize } from '../expect/expect-size';

/** How {@link beamSearch} searches. */
export interface BeamSearchOptions {
  /** The token that every hypothesis begins with. */
  readonly begin: number;
  /** The token that ends one. */
  readonly end: number;
  /** How many tokens a hypothesis has at most, behind the first. */
  readonly longest: number;
  /** How many hypotheses are kept at every step; 1 is greedy search. */
  readonly width: number;
  /**
   * α of the score log P / lengthᵅ by which the hypotheses are ranked in the end: 0, the default, favours short ones, 1
   * compares log P per token.
   */
  readonly lengthPenalty?: number;
}

/** A text under way, or ended. */
export interface Hypothesis {
  /** With the begin token, and the end token where it has one. */
  readonly tokens: readonly number[];
  /** ln P of the tokens behind the first, in nats. */
  readonly logProbability: number;
  /** log P / lengthᵅ, where the length counts the tokens behind the first. */
  readonly score: number;
}

/** A hypothesis to be continued. */
export interface Continuation {
  readonly tokens: readonly number[];
  /** Which of the hypotheses of the call before it goes on from: for the states that belong to them. */
  readonly from: number;
}

/**
 * Looks for a likely text by keeping, at every step, the `width` likeliest beginnings instead of one. Those that have
 * ended stay in the beam and compete unchanged.
 *
 * A wide beam finds texts that are likelier, not always better ones. Graves, "Sequence transduction with recurrent
 * neural networks", 2012, section 2.5; the length penalty is that of Wu et al., "Google's neural machine translation
 * system", 2016, section 7, without its constant.
 *
 * @param next for each hypothesis the log-probabilities of all tokens as the next one; −Infinity for the impossible
 * @returns the hypotheses in the beam at the end, the best first
 * @example beamSearch((beam) => beam.map(({ tokens }) => logProbabilities(tokens)), { begin: 1, end: 2, longest: 30, width: 4 })[0]
 */
export function beamSearch(
  next: (beam: readonly Continuation[]) => readonly ArrayLike<number>[],
  { begin, end, longest, width, lengthPenalty = 0 }: BeamSearchOptions,
): Hypothesis[] {
  expectSize('beamSearch', 'tokens', longest);
  expectSize('beamSearch', 'hypotheses in the beam', width);
  if (!(lengthPenalty >= 0 && lengthPenalty < Infinity))
    throw new Error(`beamSearch: expected a length penalty of at least 0, got ${lengthPenalty}`);
  let beam: Candidate[] = [{ tokens: [begin], logProbability: 0, from: 0 }];
  const isOpen = ({ tokens }: Candidate) => tokens.length === 1 || tokens[tokens.length - 1] !== end;
  for (let length = 1; length <= longest; length++) {
    const open = beam.filter(isOpen);
    if (open.length === 0) break;
    const scores = next(open.map(({ tokens, from }) => ({ tokens, from })));
    if (scores.length !== open.length)
      throw new Error(
        `beamSearch: expected log-probabilities for ${open.length} hypotheses, got ${scores.length}`,
      );
    const continued = open.flatMap(({ tokens, logProbability }, from) =>
      Array.from(scores[from], (score, token) => ({
        tokens: [...tokens, token],
        logProbability: logProbability + score,
        from,
      })),
    );
    const ended = beam.filter((candidate) => !isOpen(candidate));
    const possible = [...ended, ...continued].filter(({ logProbability }) => expectLog(logProbability));
    // Nothing can follow: the hypotheses stay as they are.
    if (possible.length === ended.length && ended.length === 0) break;
    beam = possible.sort((a, b) => b.logProbability - a.logProbability).slice(0, width);
  }
  return beam
    .map(({ tokens, logProbability }) => ({
      tokens,
      logProbability,
      score: logProbability / Math.max(1, tokens.length - 1) ** lengthPenalty,
    }))
    .sort((a, b) => b.score - a.score);
}

type Candidate = Continuation & { readonly logProbability: number };

/** Whether a log-probability is that of something possible. */
function expectLog(logProbability: number): boolean {
  if (Number.isNaN(logProbability) || logProbability > 1e-6)
    throw new Error(`beamSearch: expected log-probabilities of at most 0, got ${logProbability}`);
  return logProbability > -Infinity;
}
