import { type Picture, side } from './feature';

/**
 * Refuses what is no picture of 28 × 28 numbers from 0 to 1.
 *
 * @param who the feature that was asked
 * @throws Error `ink: expected ink from 0 to 1, got 255 at row 3, column 17. Grey values are divided by 255`
 */
export function expectPicture(who: string, picture: Picture): void {
  if (picture.length !== side * side)
    throw new Error(`${who}: expected a picture of 28 × 28 = 784 numbers, got ${picture.length}`);
  for (let pixel = 0; pixel < side * side; pixel++) {
    if (picture[pixel] >= 0 && picture[pixel] <= 1) continue;
    const place = `row ${Math.floor(pixel / side)}, column ${pixel % side}`;
    throw new Error(
      `${who}: expected ink from 0 to 1, got ${picture[pixel]} at ${place}. Grey values are divided by 255`,
    );
  }
}
