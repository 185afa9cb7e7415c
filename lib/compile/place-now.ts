import path from 'node:path';
import { root } from '../root';

/** Packages, and tfjs by its own source maps; Node; what the kernel folds. */
const foreign = /node_modules|tfjs-\w+[\\/]src[\\/]|node:|… \d+ line/;

/** What of the library stands between the work and TensorFlow. */
const machinery = /^(dist[\\/])?lib[\\/](backend|compile|noise)[\\/]/;

/** As deep as tfjs calls from a gradient down to the library, and beyond. */
const deepest = 60;

/**
 * Where the work stands now, in the reader's lines or the library's.
 *
 * @returns says it in words, such as ` at lib/nn/embedding.ts:38`; empty if unknown. Asked at once it costs much, later
 * or never little.
 */
export function placeNow(): () => string {
  const { stackTraceLimit } = Error;
  const trace: { stack?: string } = {};
  Error.stackTraceLimit = deepest;
  Error.captureStackTrace(trace, placeNow);
  Error.stackTraceLimit = stackTraceLimit;
  return () => {
    for (const line of trace.stack?.split('\n').slice(1) ?? []) {
      const [, place] = (!foreign.test(line) && /\(?([^\s(]+:\d+):\d+\)?$/.exec(line)) || [];
      const shown = place && path.isAbsolute(place) ? path.relative(root(), place) : place;
      if (shown && !machinery.test(shown)) return ` at ${shown}`;
    }
    return '';
  };
}
