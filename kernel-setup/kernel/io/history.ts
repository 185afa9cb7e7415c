import { glob } from './glob';

/** Which inputs a front end asks for, in the words of the protocol; Python sends null for what it leaves out. */
export interface HistoryRequest {
  readonly hist_access_type: 'range' | 'tail' | 'search';
  readonly output?: boolean | null;
  readonly session?: number | null;
  readonly start?: number | null;
  readonly stop?: number | null;
  readonly n?: number | null;
  readonly pattern?: string | null;
  readonly unique?: boolean | null;
}

type Entry = readonly [session: number, count: number, input: string];

/** The protocol's number for the session that runs now; earlier ones are not kept. */
const thisSession = 0;
/** How many entries a request for the tail gets that does not say. */
const defaultTail = 100;

/** The cells that were run in this session. */
export class History {
  readonly #entries: Entry[] = [];

  /** Notes a cell that is about to run. */
  add(count: number, code: string): void {
    this.#entries.push([thisSession, count, code]);
  }

  /** The entries asked for, as `[session, count, input]` or, with outputs, `[session, count, [input, null]]`. */
  find(request: HistoryRequest): unknown[] {
    const found = this.#select(request);
    return request.output ? found.map(([session, count, input]) => [session, count, [input, null]]) : found;
  }

  #select({ hist_access_type, session, start, stop, n, pattern, unique }: HistoryRequest): Entry[] {
    if (hist_access_type === 'tail') return last(this.#entries, n ?? defaultTail);
    if (hist_access_type === 'range') {
      if ((session ?? thisSession) !== thisSession) return [];
      return this.#entries.filter(([, count]) => count >= (start ?? 0) && (stop == null || count < stop));
    }
    const found = this.#entries.filter(([, , input]) => glob(pattern ?? '*', input));
    return last(unique ? latestOfEach(found) : found, n ?? found.length);
  }
}

/** The last `n`, also none of them; slice(-0) would give all. */
function last(entries: readonly Entry[], n: number): Entry[] {
  return entries.slice(Math.max(0, entries.length - n));
}

function latestOfEach(entries: readonly Entry[]): Entry[] {
  const latest = new Map(entries.map((entry) => [entry[2], entry]));
  return entries.filter((entry) => latest.get(entry[2]) === entry);
}
