import { expectPicture } from './expect-picture';
import { type Picture, side } from './feature';

/** Zones in a row, and rows of zones. */
const zonesAcross = 4;
const width = side / zonesAcross; // 7 pixels

/**
 * Where the ink is, roughly: its share in each of 4 × 4 zones of 7 × 7 pixels.
 *
 * @returns 16 numbers 0 … 1, zone by zone from the top left, row by row
 */
export function zones(picture: Picture): number[] {
  expectPicture('zones', picture);
  const sums = new Array<number>(zonesAcross * zonesAcross).fill(0);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++)
      sums[Math.floor(row / width) * zonesAcross + Math.floor(column / width)] +=
        picture[row * side + column];
  // the mean of the zone's pixels
  return sums.map((sum) => sum / (width * width));
}
