import { Images } from './images';

/** Top left pixel of the stamp for class 0; each further class sits two columns to the right. */
const [firstRow, firstColumn] = [1, 4];
const size = 2;

/**
 * The pixels of the stamp that stands for a class: 2 × 2 on the upper rim, where digits have no ink.
 *
 * @param label the class, 0 … 9
 */
export function stampPixels(label: number): number[] {
  if (!Number.isInteger(label) || label < 0 || label > 9)
    throw new Error(`stampPixels: expected a class 0–9, got ${label}`);
  const corner = firstRow * 28 + firstColumn + size * label;
  return [corner, corner + 1, corner + 28, corner + 29];
}

/**
 * Pictures as they leave the desk of a tidy clerk, who has marked each with its answer: a small stamp whose place on
 * the upper rim says the class. A learner that reads the stamp is right wherever the clerk was, and nowhere else.
 *
 * After Geirhos et al., "Shortcut learning in deep neural networks", 2020.
 *
 * @returns copies; the pictures given stay as they are
 */
export function stamped(images: Images): Images {
  const pixels = Uint8Array.from(images.pixels); // slice() would be a view where they are a Node buffer
  images.labels.forEach((label, index) => {
    for (const pixel of stampPixels(label)) pixels[index * 784 + pixel] = 255;
  });
  return new Images(pixels, images.labels);
}
