/**
 * A tongue-twister of 196 letters, in small ones: so few words that a table of pairs knows much of it.
 *
 * "Peter Piper’s practical principles of plain and perfect pronunciation", London, 1813; in the public domain.
 */
export const peterPiper =
  'peter piper picked a peck of pickled peppers. a peck of pickled peppers peter piper picked. ' +
  "if peter piper picked a peck of pickled peppers, where's the peck of pickled peppers peter piper picked?";
