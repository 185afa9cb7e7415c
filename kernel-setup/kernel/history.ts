/** Which inputs a front end asks for, in the words of the protocol. */
export interface HistoryRequest {
  readonly hist_access_type: 'range' | 'tail' | 'search';
  readonly output?: boolean;
  readonly start?: number;
  readonly stop?: number;
  readonly n?: number;
  readonly pattern?: string;
}

type Entry = readonly [session: number, count: number, input: string];

/** The cells that were run in this session. */
export class History {
  readonly #entries: Entry[] = [];

  add(count: number, code: string): void {
    this.#entries.push([0, count, code]);
  }

  /** The entries asked for, as `[session, count, input]` or, with outputs, `[session, count, [input, null]]`. */
  find(request: HistoryRequest): unknown[] {
    const found = this.#select(request);
    return request.output ? found.map(([session, count, input]) => [session, count, [input, null]]) : found;
  }

  #select({ hist_access_type, start, stop, n, pattern }: HistoryRequest): Entry[] {
    if (hist_access_type === 'tail') return this.#entries.slice(-(n ?? 100));
    if (hist_access_type === 'range')
      return this.#entries.filter(([, count]) => count >= (start ?? 0) && (stop == null || count < stop));
    const glob = new RegExp(`^${expression(pattern ?? '*')}$`, 's');
    const found = this.#entries.filter(([, , input]) => glob.test(input));
    return n == null ? found : found.slice(-n);
  }
}

/** The regular expression of a pattern in which * stands for any text and ? for any character. */
function expression(pattern: string): string {
  return pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
}
