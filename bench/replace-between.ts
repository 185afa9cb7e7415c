/** The lines of README.md between which the table stands. */
export const markers = ['<!-- bench: table -->', '<!-- bench: end -->'] as const;

/**
 * Puts `body` between the two marker lines of a text.
 *
 * @throws Error where a marker is missing, stands twice, or they stand in the wrong order
 */
export function replaceBetween(text: string, body: string): string {
  const [begin, end] = markers.map((marker) => {
    const places = text.split(marker).length - 1;
    if (places !== 1)
      throw new Error(`README.md: expected one line ${marker}, got ${places}. Put both around the table.`);
    return text.indexOf(marker);
  });
  if (end < begin) throw new Error(`README.md: expected ${markers[0]} before ${markers[1]}`);
  return `${text.slice(0, begin + markers[0].length)}\n\n${body}\n\n${text.slice(end)}`;
}
