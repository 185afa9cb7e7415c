/** The `exports` of all cells: what one defines, the next can use. */
export class Definitions {
  readonly exports: Record<PropertyKey, unknown> = {};

  constructor() {
    // The cells' declarations begin with it; a cell may give the name to something else.
    Object.defineProperty(this.exports, 'kernel', {
      get: () => globalThis.kernel,
      set: (value) => Object.defineProperty(this.exports, 'kernel', { value, writable: true }),
      configurable: true,
    });
  }

  /** The value under `name`, which is then forgotten. */
  take(name: string): unknown {
    const value = this.exports[name];
    // Deleted, it would slow down the use of all others.
    this.exports[name] = undefined;
    return value;
  }
}
