/**
 * The `exports` of all cells: what one defines, the next can use.
 *
 * Compiled cells define imports by getters, which are read at once, since a later cell may define the name anew.
 * The trap for `set` is there for speed: without it every change of a top-level `let` would define a property.
 */
export class Definitions {
  readonly #values: Record<PropertyKey, unknown> = {};
  readonly exports: Record<PropertyKey, unknown>;

  constructor() {
    this.exports = new Proxy(this.#values, {
      set(values, name, value) {
        values[name] = value;
        return true;
      },
      defineProperty(values, name, { get, value }) {
        if (name !== '__esModule') values[name] = get ? get() : value;
        return true;
      },
    });
  }

  /** The value under `name`, which is then forgotten. */
  take(name: string): unknown {
    const value = this.#values[name];
    delete this.#values[name];
    return value;
  }
}
