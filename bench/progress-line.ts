/** Tells the reader what goes on: on a terminal one line that is rewritten, elsewhere only what stays. */
export class ProgressLine {
  readonly #out: NodeJS.WriteStream;

  constructor(out: NodeJS.WriteStream) {
    this.#out = out;
  }

  /** What goes on now. */
  set(text: string): void {
    if (!this.#out.isTTY) return;
    this.#erase();
    this.#out.write(text.slice(0, (this.#out.columns || 80) - 1));
  }

  /** A line that stays. */
  print(text: string): void {
    if (this.#out.isTTY) this.#erase();
    this.#out.write(`${text}\n`);
  }

  #erase(): void {
    this.#out.cursorTo(0);
    this.#out.clearLine(0);
  }
}
