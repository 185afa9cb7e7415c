const toDo = new WeakMap<object, (() => void)[]>();

/** Frees what was made for a layer, such as compiled work, together with the layer. */
export function whenDisposed(layer: object, free: () => void): void {
  toDo.set(layer, [...(toDo.get(layer) ?? []), free]);
}

/** Frees what was made for a layer. */
export function freeWith(layer: object): void {
  const frees = toDo.get(layer) ?? [];
  toDo.delete(layer);
  for (const free of frees) free();
}
