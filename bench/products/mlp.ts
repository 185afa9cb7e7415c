import type { Product } from './product';

/** The products of a training step of a multi-layer perceptron. */
export function mlpProducts(layers: readonly number[], batch: number): Product[] {
  return layers.slice(1).map((columns, index) => ({
    rows: batch,
    inner: layers[index],
    columns,
    gradients: index === 0 ? 1 : 2, // nobody asks for the gradient of the images
  }));
}
