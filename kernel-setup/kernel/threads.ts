import type { MessagePort } from 'node:worker_threads';
import type { MimeBundle } from '../../lib/kernel';
import type { Answer, AnswerBoxParts } from './answer-box';
import type { Connection } from './wire';

/** JavaScript with the source maps of the compiler's passes, the last one first. */
export interface Compiled {
  readonly js: string;
  readonly maps: readonly string[];
}

/** A library file, compiled; `file` is the absolute path of its TypeScript. */
export interface CompiledModule extends Compiled {
  readonly file: string;
}

/** A cell, ready to run; `result` names the export that holds its last expression. */
export interface CompiledCell extends Compiled {
  readonly status: 'ok';
  readonly awaits: boolean;
  readonly result?: string;
  /** Library files that are new or changed since the last cell. */
  readonly modules: readonly CompiledModule[];
}

/** How a cell failed, in the words of the protocol. */
export interface Failure {
  readonly status: 'error';
  readonly ename: string;
  readonly evalue: string;
  readonly traceback: readonly string[];
}

export type Outcome = { readonly status: 'ok' } | Failure;

/** A value in the formats that a front end may show. */
export interface Shown {
  readonly data: MimeBundle;
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** What a cell asks the reader; `blocks` tells that the main thread sleeps until the answer comes. */
export interface Question {
  readonly id: number;
  readonly prompt: string;
  readonly password: boolean;
  readonly blocks: boolean;
}

/** What the io worker asks of the main thread. */
export type ToMain =
  | {
      readonly type: 'execute';
      readonly run: number;
      readonly count: number;
      readonly code: string;
      readonly cell: CompiledCell;
    }
  | { readonly type: 'evaluate'; readonly run: number; readonly id: number; readonly cell: CompiledCell }
  | { readonly type: 'interrupt'; readonly run: number; readonly level: number }
  | { readonly type: 'answer'; readonly answer: Answer }
  | { readonly type: 'shutdown' };

/** What the main thread tells the io worker; `run` says which cell it belongs to. */
export type FromMain =
  | {
      readonly type: 'stream';
      readonly run: number;
      readonly name: 'stdout' | 'stderr';
      readonly text: string;
    }
  | {
      readonly type: 'display';
      readonly run: number;
      /** The bundle as `data`, and its `metadata`. */
      readonly json: string;
      readonly id?: string;
      readonly update?: boolean;
    }
  /** The main thread has come to the interrupt of `run`, while it executes `running`; undefined: nothing. */
  | { readonly type: 'answered'; readonly run: number; readonly running: number | undefined }
  /** The main thread stands still, and waits for the inspector to halt its code. */
  | { readonly type: 'halting' }
  | { readonly type: 'ask'; readonly run: number; readonly question: Question }
  | { readonly type: 'withdraw'; readonly question: number }
  | { readonly type: 'clear'; readonly run: number; readonly wait: boolean }
  | { readonly type: 'result'; readonly run: number; readonly shown: Shown }
  | { readonly type: 'done'; readonly run: number; readonly outcome: Outcome }
  | {
      readonly type: 'evaluated';
      readonly id: number;
      readonly answer: (Shown & { status: 'ok' }) | Failure;
    };

/** What the language worker offers; `offset` counts UTF-16 units. */
export interface Language {
  /** Compiles a cell against what earlier cells declared. */
  convert(code: string, count: number): CompiledCell | Failure;
  /** Takes over the declarations of the cell converted last. */
  keep(): void;
  /** What may stand at a place. */
  complete(code: string, offset: number): Completion;
  /** Signature and documentation of what stands at a place; undefined where nothing does. */
  inspect(code: string, offset: number): MimeBundle | undefined;
  /** Whether a console should run the code, or wait for more lines, with how much indentation. */
  isComplete(code: string): { status: 'complete' | 'invalid' } | { status: 'incomplete'; indent: string };
}

/** What fits between `start` and `end`. */
interface Completion {
  readonly matches: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** What the io worker is started with. */
export interface IoData {
  readonly connection: Connection;
  /** Of the interrupt flag. */
  readonly memory: SharedArrayBuffer;
  /** Of the output's flow. */
  readonly flow: SharedArrayBuffer;
  /** Where answers go that the main thread sleeps for. */
  readonly answers: AnswerBoxParts;
  /** Lineage's version, as package.json has it. */
  readonly version: string;
  /** Leads to the language worker. */
  readonly port: MessagePort;
}

/** What the language worker is started with. */
export interface LanguageData {
  /** The clone. */
  readonly root: string;
  /** The notebook's folder. */
  readonly folder: string;
  /** Leads to the io worker. */
  readonly port: MessagePort;
}
