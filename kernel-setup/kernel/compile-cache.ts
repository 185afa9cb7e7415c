import { createHash, randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Compiled } from './threads';

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
    mkdirSync(folder, { recursive: true });
  }

  /** What `compile` makes of the file, or made of it before. */
  get(file: string, text: string, compile: () => Compiled): Compiled {
    const name = createHash('sha256')
      .update(JSON.stringify([this.#compiler, file, text]))
      .digest('hex');
    const place = path.join(this.#folder, `${name}.json`);
    if (existsSync(place)) return JSON.parse(readFileSync(place, 'utf8')) as Compiled;
    const compiled = compile();
    // Written aside and renamed: another kernel may be reading.
    const aside = `${place}.${randomUUID()}`;
    writeFileSync(aside, JSON.stringify(compiled));
    renameSync(aside, place);
    return compiled;
  }
}
