const colour = (on: number, off: number) => (text: string) => `\x1b[${on}m${text}\x1b[${off}m`;

/** Colours that notebooks and terminals draw. */
export const ansi = {
  red: colour(31, 39),
  green: colour(32, 39),
  cyan: colour(36, 39),
  dim: colour(2, 22),
};
