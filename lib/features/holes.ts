import { expectPicture } from './expect-picture';
import { type Picture, side } from './feature';

/** A pixel with this much ink or more belongs to a stroke. */
const dark = 0.5;
/** Smaller gaps in the ink are blots, not holes. */
const leastPixels = 2;

const rim = side + 2; // a frame of paper around the picture, so that the outside is in one piece

/**
 * Patches of paper that ink shuts in: a 0 has one, an 8 two, a 1 none.
 *
 * The paper outside is flooded first. What stays dry is flooded patch by patch, and counted. Paper meets paper across
 * an edge, ink meets ink also across a corner.
 *
 * @returns how many; and how high the middle of their pixels lies, 0 (bottom) … 1 (top), ½ if there is none
 */
export function holes(picture: Picture): [count: number, height: number] {
  expectPicture('holes', picture);
  const wet = new Uint8Array(rim * rim);
  for (let pixel = 0; pixel < side * side; pixel++)
    if (picture[pixel] >= dark) wet[(Math.floor(pixel / side) + 1) * rim + (pixel % side) + 1] = 1;
  flood(wet, 0);
  let [count, pixels, rows] = [0, 0, 0];
  for (let place = wet.indexOf(0); place >= 0; place = wet.indexOf(0, place)) {
    const hole = flood(wet, place);
    if (hole.pixels < leastPixels) continue;
    count++;
    pixels += hole.pixels;
    rows += hole.rows;
  }
  // rows count from 1 at the top to 28: the mean row, turned over and scaled
  return [count, count === 0 ? 0.5 : (side + 0.5 - rows / pixels) / side];
}

/** Floods the dry patch around `place`; how many pixels it has, and the sum of their rows. */
function flood(wet: Uint8Array, place: number): { pixels: number; rows: number } {
  let [pixels, rows] = [0, 0];
  const waiting = [place];
  wet[place] = 1;
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    pixels++;
    rows += Math.floor(at / rim);
    const column = at % rim;
    for (const [next, inside] of [
      [at - rim, at >= rim],
      [at + rim, at + rim < wet.length],
      [at - 1, column > 0],
      [at + 1, column < rim - 1],
    ] as const) {
      if (!inside || wet[next] === 1) continue;
      wet[next] = 1;
      waiting.push(next);
    }
  }
  return { pixels, rows };
}
