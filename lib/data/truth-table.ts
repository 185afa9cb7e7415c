import { Examples } from './examples';

/** A logical gate with two inputs. */
export type Gate = 'and' | 'or' | 'nand' | 'nor' | 'xor' | 'xnor';

const inputs = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
] as const;

const outputs: Record<Gate, (a: number, b: number) => number> = {
  and: (a, b) => a & b,
  or: (a, b) => a | b,
  nand: (a, b) => 1 - (a & b),
  nor: (a, b) => 1 - (a | b),
  xor: (a, b) => a ^ b,
  xnor: (a, b) => 1 - (a ^ b),
};

/**
 * The four rows of a gate as examples: inputs `[4, 2]` in the order 00, 01, 10, 11, targets the class 0 or 1.
 *
 * @example truthTable('xor').targets   // [0, 1, 1, 0]
 */
export function truthTable(gate: Gate): Examples {
  return new Examples(
    inputs,
    inputs.map(([a, b]) => outputs[gate](a, b)),
  );
}
