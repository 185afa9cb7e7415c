/** A matrix product `[rows, inner] × [inner, columns]` of a forward pass. */
export interface Product {
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
  /** How often a step does it; once if not said. */
  readonly times?: number;
  /**
   * How many products of the same size the backward pass adds: 2, one for each factor's gradient; 1 where a factor
   * is the data; 0 where nothing is trained.
   */
  readonly gradients: 0 | 1 | 2;
}
