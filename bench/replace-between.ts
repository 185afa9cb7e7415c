/** The lines of README.md between which the table stands. */
export const markers = ['<!-- bench: table -->', '<!-- bench: end -->'] as const;

/**
 * Puts `body` between the two marker lines of a text, by default those of the table of steps.
 *
 * @throws Error where a marker is missing, stands twice, or they stand in the wrong order
 */
export function replaceBetween(
  text: string,
  body: string,
  between: readonly [string, string] = markers,
): string {
  const [begin, end] = between.map((marker) => {
    const places = text.split(marker).length - 1;
    if (places !== 1)
      throw new Error(`README.md: expected one line ${marker}, got ${places}. Put both around the table.`);
    return text.indexOf(marker);
  });
  if (end < begin) throw new Error(`README.md: expected ${between[0]} before ${between[1]}`);
  return `${text.slice(0, begin + between[0].length)}\n\n${body}\n\n${text.slice(end)}`;
}
