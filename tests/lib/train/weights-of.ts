import { parameters } from 'lineage';

/** All numbers of a model's parameters, one after the other. */
export function weightsOf(model: object): number[] {
  return Object.values(parameters(model)).flatMap((variable) => Array.from(variable.dataSync()));
}
