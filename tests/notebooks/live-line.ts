/** The last line of a terminal, rewritten as notebooks go on; on anything else than a terminal it stays away. */
export class LiveLine {
  readonly #out: NodeJS.WriteStream;
  readonly #running = new Map<string, { place: string; since: number }>();
  readonly #timer: NodeJS.Timeout | undefined;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
    if (out.isTTY) this.#timer = setInterval(() => this.#draw(), 500).unref();
  }

  /** Says where a notebook is. @param name its file @param place such as `cell 4/30` */
  set(name: string, place: string): void {
    this.#running.set(name, { place, since: this.#running.get(name)?.since ?? Date.now() });
    this.#draw();
  }

  /** Forgets a notebook that is done. */
  remove(name: string): void {
    this.#running.delete(name);
  }

  /** Prints lines above the live one. */
  print(text: string): void {
    this.#erase();
    this.#out.write(`${text}\n`);
    this.#draw();
  }

  /** Takes the line away. */
  end(): void {
    clearInterval(this.#timer);
    this.#running.clear();
    this.#erase();
  }

  #draw(): void {
    if (!this.#out.isTTY || this.#running.size === 0) return;
    const parts = [...this.#running].map(([name, { place, since }]) => {
      return `${name}  ${place}  ${Math.round((Date.now() - since) / 1000)} s`;
    });
    this.#erase();
    this.#out.write(parts.join(' · ').slice(0, (this.#out.columns || 80) - 1));
  }

  #erase(): void {
    if (!this.#out.isTTY) return;
    this.#out.cursorTo(0);
    this.#out.clearLine(0);
  }
}
