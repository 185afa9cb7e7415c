import { parameters } from './parameters';
import { freeWith } from './when-disposed';

/** Frees every variable of a layer or model, which cannot be used afterwards. */
export function dispose(layer: unknown): void {
  for (const variable of Object.values(parameters(layer))) variable.dispose();
  if (typeof layer === 'object' && layer !== null) freeWith(layer);
}
