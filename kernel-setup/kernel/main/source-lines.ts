import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import path from 'node:path';
import type { Compiled } from '../threads';

/** A place in the reader's or the library's TypeScript; lines and columns count from 1. */
export interface Place {
  /** `cell [3]`, or the library file's path. */
  readonly source: string;
  /** The count of the cell; nothing for files. */
  readonly cell?: number;
  readonly line: number;
  readonly column: number;
}

interface Source {
  readonly name: string;
  readonly cell?: number;
  readonly compiled: Compiled['maps'];
  /** The maps, read when the first error asks for them. */
  maps?: readonly SourceMap[];
  /** Lines that tslab puts above the code. */
  readonly above: number;
  readonly code?: string;
  /** How many lines a cell has. */
  readonly height?: number;
}

/** The name under which a cell's script runs. */
export const scriptName = (count: number) => `cell-${count}`;

/** tslab puts `export {};` above each cell. */
const linesAboveCell = 1;

/** Leads from compiled scripts back to the TypeScript that was written, through the maps of the compiler's passes. */
export class SourceLines {
  readonly #root: string;
  readonly #folder: string;
  readonly #scripts = new Map<string, Source>();

  /**
   * @param root the clone, at which the names of library files start
   * @param folder the notebook's folder
   */
  constructor(root: string, folder: string) {
    this.#root = root;
    this.#folder = folder;
  }

  /** Notes a cell that is about to run under this count. */
  addCell(count: number, code: string, { maps }: Compiled): void {
    const name = `cell [${count}]`;
    const height = code.split('\n').length;
    const source = { name, cell: count, compiled: maps, above: linesAboveCell, code, height };
    this.#scripts.set(scriptName(count), source);
  }

  /** Notes a compiled library file, by its path. */
  addModule(file: string, { maps }: Compiled): void {
    this.#scripts.set(file, { name: this.#nameOf(file), compiled: maps, above: 0 });
  }

  /** Where a line of a compiled script was written; nothing for scripts that were not compiled here. */
  find(script: string, line: number, column: number): Place | undefined {
    const source = this.#scripts.get(script);
    if (!source) return undefined;
    source.maps ??= source.compiled.map((map) => new SourceMap(JSON.parse(map) as SourceMapPayload));
    let at = { line: line - 1, column: column - 1 };
    for (const map of source.maps) {
      const entry = map.findEntry(at.line, at.column);
      if (!('originalLine' in entry)) return undefined;
      at = { line: entry.originalLine, column: entry.originalColumn };
    }
    const { name, cell, above, height = Infinity } = source;
    const written = at.line + 1 - above;
    // The compiler puts lines of its own around a cell's.
    if (written < 1 || written > height) return undefined;
    return { source: name, cell, line: written, column: at.column + 1 };
  }

  /** The lines around a line of a script, as `[number, text]`. */
  around(script: string, line: number, margin: number): [number, string][] {
    const source = this.#scripts.get(script);
    if (!source) return [];
    const lines = (source.code ?? readFileSync(script, 'utf8')).trimEnd().split(/\r?\n/);
    const first = Math.max(1, line - margin);
    return lines.slice(first - 1, line + margin).map((text, index) => [first + index, text]);
  }

  /** A file's path as short as it goes: from the notebook's folder, or from the clone. */
  #nameOf(file: string): string {
    for (const folder of [this.#folder, this.#root])
      if (file.startsWith(folder + path.sep)) return path.relative(folder, file).replaceAll('\\', '/');
    return file;
  }
}
