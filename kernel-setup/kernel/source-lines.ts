import { readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import type { Compiled } from './threads';

/** A place in the reader's or the library's TypeScript; lines and columns count from 1. */
export interface Place {
  /** `cell [3]`, or the library file's path. */
  readonly source: string;
  readonly inCell: boolean;
  readonly line: number;
  readonly column: number;
}

interface Source {
  readonly name: string;
  readonly maps: Compiled['maps'];
  /** Lines that tslab puts above the code. */
  readonly above: number;
  readonly code?: string;
}

/** The name under which a cell's script runs. */
export const scriptName = (count: number) => `cell-${count}`;

/** tslab puts `export {};` above each cell. */
const linesAboveCell = 1;

/** Leads from compiled scripts back to the TypeScript that was written, through the maps of the compiler's passes. */
export class SourceLines {
  readonly #root: string;
  readonly #scripts = new Map<string, Source>();

  constructor(root: string) {
    this.#root = root;
  }

  addCell(count: number, code: string, { maps }: Compiled): void {
    this.#scripts.set(scriptName(count), { name: `cell [${count}]`, maps, above: linesAboveCell, code });
  }

  addModule(file: string, { maps }: Compiled): void {
    const name = file.startsWith(`${this.#root}/`) ? file.slice(this.#root.length + 1) : file;
    this.#scripts.set(file, { name, maps, above: 0 });
  }

  /** Where a line of a compiled script was written; nothing for scripts that were not compiled here. */
  find(script: string, line: number, column: number): Place | undefined {
    const source = this.#scripts.get(script);
    if (!source) return undefined;
    let at = { line: line - 1, column: column - 1 };
    for (const map of source.maps) {
      const entry = new SourceMap(JSON.parse(map) as SourceMapPayload).findEntry(at.line, at.column);
      if (!('originalLine' in entry)) return undefined;
      at = { line: entry.originalLine, column: entry.originalColumn };
    }
    return {
      source: source.name,
      inCell: source.code !== undefined,
      line: at.line + 1 - source.above,
      column: at.column + 1,
    };
  }

  /** The lines around a line of a script, as `[number, text]`. */
  around(script: string, line: number, margin: number): [number, string][] {
    const source = this.#scripts.get(script);
    if (!source) return [];
    const lines = (source.code ?? readFileSync(script, 'utf8')).split('\n');
    const first = Math.max(1, line - margin);
    return lines.slice(first - 1, line + margin).map((text, index) => [first + index, text]);
  }
}
