import { statSync } from 'node:fs';
import type ts from 'typescript';

interface Watched {
  readonly callback: ts.FileWatcherCallback;
  modified: number;
}

/**
 * The reader's and the library's files that the compiler has read, checked for edits just before each cell: an edit
 * is never missed, and nothing runs in between. Packages are taken to stay as they are.
 */
export class WatchedFiles {
  readonly #files = new Map<string, Watched>();
  readonly #edited = new Set<string>();

  constructor(readonly typescript: typeof ts) {}

  readonly watch = (file: string, callback: ts.FileWatcherCallback): ts.FileWatcher => {
    if (!file.includes('/node_modules/')) this.#files.set(file, { callback, modified: modified(file) });
    return { close: () => this.#files.delete(file) };
  };

  /** Whether the file has changed since it was read first. */
  hasChanged(file: string): boolean {
    return this.#edited.has(file);
  }

  /** Tells the compiler which files have changed since the last time; whether there are any. */
  check(): boolean {
    let edited = false;
    for (const [file, watched] of [...this.#files]) {
      const now = modified(file);
      if (now === watched.modified) continue;
      const { Created, Changed, Deleted } = this.typescript.FileWatcherEventKind;
      const event = watched.modified === 0 ? Created : now === 0 ? Deleted : Changed;
      watched.modified = now;
      edited = true;
      this.#edited.add(file);
      watched.callback(file, event);
    }
    return edited;
  }
}

/** When the file was written last, in ms; 0 when there is none. */
function modified(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
