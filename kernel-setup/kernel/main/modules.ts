import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import type { CompiledModule } from '../threads';

interface Loaded {
  readonly exports: unknown;
  readonly importers: Set<string>;
}

/** Library files compiled from source, loaded on import; an edited one, and what imports it, is loaded anew. */
export class Modules {
  readonly #root: string;
  readonly #compiled = new Map<string, CompiledModule>();
  readonly #loaded = new Map<string, Loaded>();
  /** `require` for cells. */
  readonly require: NodeJS.Require;

  /**
   * @param root the clone, whose packages cells use
   * @param folder the notebook's folder, at which relative imports start
   */
  constructor(root: string, folder: string) {
    this.#root = root;
    const fromFolder = createRequire(path.join(folder, 'cell.js'));
    const fromRoot = createRequire(path.join(root, 'cell.js'));
    this.require = this.#requireFrom(
      folder,
      '',
      (id) => (isPath(id) ? fromFolder(id) : fromRoot(id)),
      fromRoot,
    );
  }

  /** Takes over a freshly compiled file. */
  accept(module: CompiledModule): void {
    this.#compiled.set(module.file, module);
    this.#unload(module.file);
  }

  #unload(file: string): void {
    const loaded = this.#loaded.get(file);
    this.#loaded.delete(file);
    for (const importer of loaded?.importers ?? []) this.#unload(importer);
  }

  #requireFrom(
    folder: string,
    importer: string,
    fallback: (id: string) => unknown,
    native: NodeJS.Require,
  ): NodeJS.Require {
    const load = (id: string) => {
      const file = this.#find(id, folder);
      return file ? this.#load(file, importer) : fallback(id);
    };
    const { resolve, cache, extensions, main } = native;
    return Object.assign(load, { resolve, cache, extensions, main });
  }

  /** The compiled file that `id` means, seen from `folder`. */
  #find(id: string, folder: string): string | undefined {
    const [name, ...rest] = id.split('/');
    const place =
      name === 'lineage'
        ? path.join(this.#root, 'lib', ...rest)
        : isPath(id)
          ? path.resolve(folder, id)
          : undefined;
    if (!place) return undefined;
    const stem = place.replace(/\.[jt]s$/, '');
    const candidates = [
      place,
      `${stem}.ts`,
      `${stem}.js`,
      path.join(place, 'index.ts'),
      path.join(place, 'index.js'),
    ];
    return candidates.find((candidate) => this.#compiled.has(candidate));
  }

  #load(file: string, importer: string): unknown {
    const earlier = this.#loaded.get(file);
    if (earlier) {
      earlier.importers.add(importer);
      return earlier.exports;
    }
    const module = { exports: {} };
    const loaded: Loaded = {
      get exports() {
        return module.exports;
      },
      importers: new Set([importer]),
    };
    this.#loaded.set(file, loaded);
    const folder = path.dirname(file);
    const native = createRequire(file);
    const { js } = this.#compiled.get(file)!;
    const names = ['exports', 'require', 'module', '__filename', '__dirname'];
    try {
      const run = vm.compileFunction(js, names, { filename: file });
      run(module.exports, this.#requireFrom(folder, file, native, native), module, file, folder);
    } catch (error) {
      this.#loaded.delete(file);
      throw error;
    }
    return module.exports;
  }
}

function isPath(id: string): boolean {
  return id.startsWith('./') || id.startsWith('../') || id === '.' || id === '..' || path.isAbsolute(id);
}
