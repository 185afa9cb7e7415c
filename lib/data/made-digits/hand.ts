import type { Rng } from '../../rng';
import type { Glyph, Point, Stroke } from './glyphs';

/** A smooth bump of the paper: everything near a wave's crest is shifted together. */
interface Wave {
  readonly across: number;
  readonly down: number;
  readonly phase: number;
  readonly shiftX: number;
  readonly shiftY: number;
}

/**
 * A glyph as one hand would write it once: every point a little off, then the whole stretched, slanted, turned
 * and bent by a few random waves.
 *
 * Source: Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied to visual
 * document analysis", 2003, section 2 (affine and elastic distortions of digits).
 */
export function write(glyph: Glyph, rng: Rng): Stroke[] {
  const stretch = Math.exp(rng.normal(0, 0.2));
  const slant = rng.normal(0.15, 0.24);
  const angle = rng.normal(0, 0.14);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const waves = Array.from({ length: 3 }, () => wave(rng));

  const warp = (x: number, y: number): Point => {
    // (u, v) from the middle, stretched; then sheared, v up slants to the right; then turned
    const v = y - 0.5;
    const u = (x - 0.5) * stretch - slant * v;
    let [atX, atY] = [cos * u - sin * v, sin * u + cos * v];
    for (const { across, down, phase, shiftX, shiftY } of waves) {
      const crest = Math.sin(across * u + down * v + phase);
      atX += shiftX * crest;
      atY += shiftY * crest;
    }
    return [atX, atY];
  };
  return glyph.map((stroke) => {
    const line: Point[] = [];
    stroke.forEach(([x, y], index) => {
      const isCorner = index > 0 && stroke[index - 1][0] === x && stroke[index - 1][1] === y;
      line.push(isCorner ? line[index - 1] : warp(x + rng.normal(0, 0.022), y + rng.normal(0, 0.022)));
    });
    return line;
  });
}

function wave(rng: Rng): Wave {
  return {
    across: rng.normal(0, 4),
    down: rng.normal(0, 4),
    phase: rng.uniform(0, 2 * Math.PI),
    shiftX: rng.normal(0, 0.05),
    shiftY: rng.normal(0, 0.05),
  };
}
