import type { Images } from '../data';
import type { Feature } from './feature';
import { Measurements } from './measurements';

/**
 * Every feature of every picture, side by side in the order of the list.
 *
 * @param images grey values, from which the features get ink 0 … 1
 * @returns one row per picture, as many numbers as the features give together
 * @example measure(digits.train, [ink, symmetry]) // three numbers per picture
 */
export function measure(images: Images, features: readonly Feature[]): Measurements {
  if (features.length === 0) throw new Error('measure: expected at least one feature, got none');
  const picture = new Float32Array(images.width * images.height);
  const read = (index: number) => {
    const grey = images.image(index);
    for (let pixel = 0; pixel < picture.length; pixel++) picture[pixel] = grey[pixel] / 255;
    return features.map((feature) => feature(picture));
  };
  const widths = read(0).map(({ length }) => length);
  const width = widths.reduce((sum, length) => sum + length, 0);
  const values = new Float32Array(images.size * width);
  for (let index = 0; index < images.size; index++) {
    let to = index * width;
    read(index).forEach((numbers, which) => {
      if (numbers.length !== widths[which])
        throw new Error(
          `measure: expected ${widths[which]} numbers of ${features[which].name} for every picture, got ${numbers.length} at picture ${index}`,
        );
      values.set(numbers, to);
      to += numbers.length;
    });
  }
  return new Measurements(values, images.labels);
}
