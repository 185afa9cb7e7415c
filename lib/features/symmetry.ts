import { expectPicture } from './expect-picture';
import { type Picture, side } from './feature';

/**
 * How much of the ink falls on ink in a mirror, left to right and top to bottom.
 *
 * @returns two numbers, 0 (nothing meets its mirror image) … 1 (the same in the mirror, as a blank picture is)
 * @example symmetry(letterA) // [0.9, 0.4]
 */
export function symmetry(picture: Picture): [leftRight: number, topBottom: number] {
  expectPicture('symmetry', picture);
  let [all, across, down] = [0, 0, 0];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const here = picture[row * side + column];
      all += here;
      across += Math.min(here, picture[row * side + side - 1 - column]);
      down += Math.min(here, picture[(side - 1 - row) * side + column]);
    }
  // Σ min(p, mirrored p) / Σ p
  return all === 0 ? [1, 1] : [across / all, down / all];
}
