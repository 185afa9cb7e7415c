import { expectPicture } from './expect-picture';
import type { Picture } from './feature';

/**
 * How much of the picture is ink.
 *
 * @returns one number, 0 (blank) … 1 (all ink)
 * @example ink(picture) // [0.13]
 */
export function ink(picture: Picture): [share: number] {
  expectPicture('ink', picture);
  let sum = 0;
  for (let pixel = 0; pixel < picture.length; pixel++) sum += picture[pixel];
  // the mean of all pixels
  return [sum / picture.length];
}
