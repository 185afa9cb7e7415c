import { clipped } from './inspected';

/** The most characters of the names of what was put back that are told. */
const capacity = 500;

/** JavaScript's own objects that the kernel and the library stand on, by the name that a reader knows them by. */
const objects: Readonly<Record<string, object>> = {
  'Array.prototype': Array.prototype,
  'String.prototype': String.prototype,
  'RegExp.prototype': RegExp.prototype,
  'Map.prototype': Map.prototype,
  'Set.prototype': Set.prototype,
  'WeakMap.prototype': WeakMap.prototype,
  'Function.prototype': Function.prototype,
  'Promise.prototype': Promise.prototype,
  'Object.prototype': Object.prototype,
  Object,
  Array,
  Promise,
  Reflect,
  JSON,
};

/** The globals that cells are compiled against; what stands in them is the reader's, as are timers and Math. */
const globals =
  'Object Array String RegExp Map Set WeakMap Function Promise Symbol Reflect Proxy JSON Error console process';

/** What every object literal would inherit, and take for a property descriptor's, a promise's or JSON's. */
const inherited = ['get', 'set', 'value', 'writable', 'enumerable', 'configurable', 'then', 'toJSON'];

// Nothing below may lean on what a cell can change: no method of a prototype, no iterator.
const { defineProperty, getOwnPropertyDescriptor } = Object;
const { deleteProperty, ownKeys } = Reflect;
const root = Object.prototype;

type Globals = Record<string, unknown>;

interface Original {
  readonly name: string;
  readonly object: object;
  readonly key: PropertyKey;
  readonly descriptor: PropertyDescriptor;
}

/** Puts JavaScript's own objects back in order where a cell has replaced or deleted a part of them. */
export class Intrinsics {
  readonly #originals: readonly Original[];
  readonly #globals: readonly { readonly name: string; readonly value: unknown }[];

  constructor() {
    const own = (name: string, object: object, keys: readonly PropertyKey[]) =>
      keys.map((key) => {
        // Without a prototype, so that a cell can add nothing to it.
        const descriptor = Object.assign(Object.create(null), getOwnPropertyDescriptor(object, key));
        return {
          name: `${name}${typeof key === 'symbol' ? `[${key.description}]` : `.${key}`}`,
          object,
          key,
          descriptor,
        };
      });
    this.#originals = Object.entries(objects).flatMap(([name, object]) => own(name, object, ownKeys(object)));
    this.#globals = globals.split(' ').map((name) => ({ name, value: (globalThis as Globals)[name] }));
  }

  /** @returns a line with the names of what was put back; empty when nothing was amiss */
  restore(): string {
    let restored = '';
    for (let index = 0; index < inherited.length; index++)
      if (getOwnPropertyDescriptor(root, inherited[index]) && deleteProperty(root, inherited[index]))
        restored += `, Object.prototype.${inherited[index]}`;
    for (let index = 0; index < this.#globals.length; index++) {
      const { name, value } = this.#globals[index];
      const isMissing = (globalThis as Globals)[name] !== value;
      if (isMissing && put(globalThis, name, { value, writable: true, configurable: true }))
        restored += `, ${name}`;
    }
    for (let index = 0; index < this.#originals.length; index++) {
      const { name, object, key, descriptor } = this.#originals[index];
      const now = getOwnPropertyDescriptor(object, key);
      const same =
        now && now.value === descriptor.value && now.get === descriptor.get && now.set === descriptor.set;
      if (!same && put(object, key, descriptor)) restored += `, ${name}`;
    }
    if (restored === '') return '';
    return `The kernel put back what was replaced here: ${clipped(restored.slice(2), capacity)}.\n`;
  }
}

/** @returns false for a part that was frozen as it is */
function put(object: object, key: PropertyKey, descriptor: PropertyDescriptor): boolean {
  try {
    defineProperty(object, key, descriptor);
    return true;
  } catch {
    return false;
  }
}
