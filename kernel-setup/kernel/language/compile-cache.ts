import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Compiled } from '../threads';

/** Keeps compiled files from one kernel to the next, by their text: the library is compiled once, not once a kernel. */
export class CompileCache {
  readonly #folder: string;
  readonly #compiler: string;

  /**
   * @param folder where the files are kept; it may be deleted at any time
   * @param compiler what else decides on the output; when it changes, everything is compiled anew
   */
  constructor(folder: string, compiler: string) {
    this.#folder = folder;
    this.#compiler = compiler;
  }

  /** What `compile` makes of the file, or made of it before. */
  get(file: string, text: string, compile: () => Compiled): Compiled {
    const name = createHash('sha256')
      .update(JSON.stringify([this.#compiler, file, text]))
      .digest('hex');
    const place = path.join(this.#folder, `${name}.json`);
    const kept = read(place);
    if (kept) return kept;
    const compiled = compile();
    this.#write(place, compiled);
    return compiled;
  }

  /** Without a cache, on a disk that is full or may not be written to, everything works, only slower. */
  #write(place: string, compiled: Compiled): void {
    // Written aside and renamed: another kernel may be reading.
    const aside = `${place}.${randomUUID()}`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(aside, JSON.stringify(compiled));
      renameSync(aside, place);
    } catch {
      if (existsSync(aside)) rmSync(aside);
    }
  }
}

/** A file of the cache; undefined where there is none, or it can't be read or was cut. */
function read(place: string): Compiled | undefined {
  try {
    return JSON.parse(readFileSync(place, 'utf8')) as Compiled;
  } catch {
    return undefined;
  }
}
