import { ink, palette } from '../../../lib/display/theme';

type Colour = readonly [number, number, number];

const linear = (hex: string) =>
  [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  }) as unknown as Colour;
const luminance = ([r, g, b]: Colour) => 0.2126 * r + 0.7152 * g + 0.0722 * b;
const contrast = (a: string, b: string) => {
  const [high, low] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
};

// Machado, Oliveira, Fernandes 2009, table 1, severity 1, on linear RGB.
const vision: Record<string, readonly Colour[]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** Ottosson's OKLab, in which equal distances look about equal. */
function oklab([r, g, b]: Colour): number[] {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

test('the words stand out from the card', () => {
  for (const colour of [ink.text, ink.quiet]) expect(contrast(colour, ink.card)).toBeGreaterThan(4.5);
});

test.each(Object.keys(vision))('the palette can be told apart with %s', (kind) => {
  const seen = palette.map((hex) => {
    const rgb = linear(hex);
    return oklab(
      vision[kind].map((row) =>
        Math.max(0, row[0] * rgb[0] + row[1] * rgb[1] + row[2] * rgb[2]),
      ) as unknown as Colour,
    );
  });
  for (let a = 0; a < seen.length; a++)
    for (let b = 0; b < a; b++) {
      const distance = Math.hypot(...seen[a].map((value, axis) => value - seen[b][axis]));
      expect(`${palette[b]} ${palette[a]} ${distance > 0.1}`).toBe(`${palette[b]} ${palette[a]} true`);
    }
});
