import { expectPicture } from './expect-picture';
import { type Picture, side } from './feature';

const columns = 3;
const rows = 5;
/** The box in which digits lie, in pixels from the edge. */
const [from, to] = [4, 24];

/** The zones that a pixel row or column shares its edge between, by its distance from their middles. */
interface Shares {
  readonly zone: number;
  readonly share: number;
}

/**
 * Which way the strokes run, zone by zone: the strength of edges that lie level, upright, and along both diagonals.
 *
 * The slope of the ink points across a stroke. Its angle counts twice, so that both edges of a stroke are one
 * direction, and a slope between two directions counts for both. Zones are soft: a pixel between the middles of two
 * zones is shared. The root of each sum tames thick strokes.
 *
 * After Dalal and Triggs, "Histograms of oriented gradients for human detection", 2005, section 6.
 *
 * @returns 60 numbers of at least 0: 5 rows of 3 zones, four directions each: level, upright, falling \, rising /
 */
export function strokeDirections(picture: Picture): number[] {
  expectPicture('strokeDirections', picture);
  const sums = new Float64Array(rows * columns * 4);
  for (let row = 1; row < side - 1; row++)
    for (let column = 1; column < side - 1; column++) {
      const at = row * side + column;
      // g = (right − left, below − above)
      const gx = picture[at + 1] - picture[at - 1];
      const gy = picture[at + side] - picture[at - side];
      if (gx === 0 && gy === 0) continue;
      const strength = Math.sqrt(gx * gx + gy * gy);
      // |g| (cos 2θ, sin 2θ) = (gx² − gy², 2 gx gy) / |g|
      const upright = (gx * gx - gy * gy) / strength;
      const rising = (2 * gx * gy) / strength;
      for (const down of sharesDown[row])
        for (const across of sharesAcross[column]) {
          const zone = 4 * (down.zone * columns + across.zone);
          const share = down.share * across.share;
          if (upright > 0) sums[zone + 1] += share * upright;
          else sums[zone] -= share * upright;
          if (rising > 0) sums[zone + 3] += share * rising;
          else sums[zone + 2] -= share * rising;
        }
    }
  return Array.from(sums, Math.sqrt);
}

const sharesDown = shares(rows);
const sharesAcross = shares(columns);

/** For every pixel, the two zones whose middles it lies between, or the one at the edge. */
function shares(zones: number): readonly Shares[][] {
  return Array.from({ length: side }, (_, pixel) => {
    const place = ((pixel + 0.5 - from) / (to - from)) * zones - 0.5;
    const first = Math.floor(place);
    return [
      { zone: first, share: first + 1 - place },
      { zone: first + 1, share: place - first },
    ].filter(({ zone }) => zone >= 0 && zone < zones);
  });
}
