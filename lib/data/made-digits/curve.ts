import type { Point, Stroke } from './glyphs';

/** Straight pieces between two neighbouring points of a stroke. */
const pieces = 5;

/**
 * A smooth line through every point of a stroke, as the ends of short straight pieces.
 *
 * Source: Catmull and Rom, "A class of local interpolating splines", 1974, with half the chord as tangent.
 */
export function curve(stroke: Stroke): Point[] {
  const line: Point[] = [stroke[0]];
  for (let index = 0; index + 1 < stroke.length; index++) {
    const b = stroke[index];
    const c = stroke[index + 1];
    if (b[0] === c[0] && b[1] === c[1]) continue; // the second point of a corner
    const a = stroke[index - 1] ?? b;
    const d = stroke[index + 2] ?? c;
    for (let piece = 1; piece <= pieces; piece++) {
      const t = piece / pieces;
      line.push([spline(a[0], b[0], c[0], d[0], t), spline(a[1], b[1], c[1], d[1], t)]);
    }
  }
  return line;
}

/** The cubic from b to c whose slopes there are (c − a) / 2 and (d − b) / 2. */
function spline(a: number, b: number, c: number, d: number, t: number): number {
  // b + ½ t ((c − a) + t ((2a − 5b + 4c − d) + t (3 (b − c) + d − a)))
  return b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)));
}
