/**
 * Whether the whole text is of the pattern's form, in which `*` stands for any text and `?` for any character.
 *
 * Takes at most text.length · pattern.length steps, where a regular expression could take for ever.
 */
export function glob(pattern: string, text: string): boolean {
  let at = 0;
  let place = 0;
  // The last star, and how far its text reaches so far.
  let star = -1;
  let reach = 0;
  while (at < text.length) {
    if (pattern[place] === '*') {
      star = place++;
      reach = at;
    } else if (place < pattern.length && (pattern[place] === '?' || pattern[place] === text[at])) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++reach;
    } else return false;
  }
  while (pattern[place] === '*') place++;
  return place === pattern.length;
}
