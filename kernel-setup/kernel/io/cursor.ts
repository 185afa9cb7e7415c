/** The protocol counts a cursor in Unicode characters; JavaScript, in UTF-16 units: 😀 is one, but two units. */
export function unitsBefore(text: string, characters: number): number {
  let units = 0;
  let seen = 0;
  for (const character of text) {
    if (seen++ === characters) break;
    units += character.length;
  }
  return units;
}

/** The number of Unicode characters in the first `units` UTF-16 units of `text`. */
export function charactersBefore(text: string, units: number): number {
  return [...text.slice(0, units)].length;
}
