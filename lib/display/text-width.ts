/** Letters of DejaVu Sans by their width in em. */
const widths: readonly (readonly [number, string])[] = [
  [0.28, "'ijlIJ"],
  [0.33, ' ,./:;\\|'],
  [0.39, 'f-()[]t!r"'],
  [0.51, '*_`sz?'],
  [0.56, 'cLFkvxy'],
  [0.62, 'PTYaoeESbdghnpqu0123456789{}$'],
  [0.69, 'KAVBRXZC'],
  [0.76, 'UHNDG&'],
  [0.83, 'OQw#+<=>^~M'],
  [0.97, '%mW@'],
];

const widthOf = new Map(widths.flatMap(([width, letters]) => [...letters].map((letter) => [letter, width])));

/** About how wide DejaVu Sans draws `text`, in the unit of `size`; Vega's own guess without a screen is a third more. */
export function textWidth(text: string, size: number, bold = false): number {
  let em = 0;
  for (const letter of text) em += widthOf.get(letter) ?? (letter > '\u2e80' ? 1 : 0.65);
  return em * size * (bold ? 1.12 : 1);
}
