import { topologicalOrder } from './topological-order';
import type { Value } from './value';

/** Where one value of a computation stands. */
export interface Placed {
  readonly value: Value;
  /** Steps from the first inputs, 0, towards the result. */
  readonly level: number;
  /** Sideways, in box widths; two values of a level are at least 1 apart. */
  readonly place: number;
}

/**
 * Places every value behind `root` so that arrows run from level to level and cross rarely.
 *
 * A value stands one level after its last operand, an input one level before its first use; sideways each value moves
 * towards the mean of its neighbours until all have settled. (The scheme of Sugiyama, Tagawa and Toda, 1981, simplified.)
 */
export function graphLayout(root: Value): Placed[] {
  const order = topologicalOrder(root);
  const level = levels(order);
  const neighbours = new Map<Value, Value[]>(order.map((value) => [value, [...value.operands]]));
  for (const value of order) for (const operand of value.operands) neighbours.get(operand)!.push(value);

  const byLevel = Array.from({ length: level.get(root)! + 1 }, (_, index) =>
    order.filter((value) => level.get(value) === index),
  );
  const place = new Map<Value, number>();
  for (const values of byLevel) spread(values, (value) => values.indexOf(value), place);
  for (let sweep = 0; sweep < 24; sweep++) {
    const wanted = (value: Value) => {
      const near = neighbours.get(value)!.map((other) => place.get(other)!);
      return (place.get(value)! + mean(near, place.get(value)!)) / 2;
    };
    for (const values of byLevel) spread(values, wanted, place);
  }
  const first = Math.min(...place.values());
  return order.map((value) => ({ value, level: level.get(value)!, place: place.get(value)! - first }));
}

function levels(order: readonly Value[]): Map<Value, number> {
  const level = new Map<Value, number>();
  for (const value of order)
    level.set(value, Math.max(-1, ...value.operands.map((operand) => level.get(operand)!)) + 1);
  const inputs = order.filter((value) => value.operands.length === 0);
  for (const input of inputs) {
    const uses = order.filter((value) => value.operands.includes(input)).map((value) => level.get(value)!);
    if (uses.length > 0) level.set(input, Math.min(...uses) - 1);
  }
  return level;
}

/** Gives the values of one level places as near to the wanted ones as a distance of at least 1 allows. */
function spread(values: readonly Value[], wanted: (value: Value) => number, place: Map<Value, number>): void {
  const targets = values.map((value) => ({ value, target: wanted(value) }));
  targets.sort((a, b) => a.target - b.target);
  let next = Number.NEGATIVE_INFINITY;
  const places = targets.map(({ target }) => {
    next = Math.max(target, next + 1);
    return next;
  });
  const shift =
    mean(
      targets.map(({ target }) => target),
      0,
    ) - mean(places, 0);
  targets.forEach(({ value }, index) => {
    place.set(value, places[index] + shift);
  });
}

function mean(numbers: readonly number[], otherwise: number): number {
  return numbers.length === 0 ? otherwise : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}
