import { expectPicture } from './expect-picture';
import { type Picture, side } from './feature';

/** Lines a quarter, half and three quarters of the way through the digit's box of 20 pixels. */
const lines = [9, 14, 19];
const dark = 0.5;

/**
 * How often a straight line through the picture runs into a stroke: three lines across, three down.
 *
 * @returns six whole numbers: rows 9, 14 and 19 from left to right, columns 9, 14 and 19 from top to bottom
 */
export function crossings(picture: Picture): number[] {
  expectPicture('crossings', picture);
  const across = lines.map((row) => runs(picture, row * side, 1));
  const down = lines.map((column) => runs(picture, column, side));
  return [...across, ...down];
}

/** How many pixels are dark whose forerunner on the line is not. */
function runs(picture: Picture, start: number, step: number): number {
  let [count, before] = [0, false];
  for (let index = 0; index < side; index++) {
    const now = picture[start + index * step] >= dark;
    if (now && !before) count++;
    before = now;
  }
  return count;
}
