import { attempt } from './attempt';

/** What stops a cell when the reader presses stop. */
export class KeyboardInterrupt extends Error {
  override readonly name = 'KeyboardInterrupt';

  constructor() {
    super('stopped by the reader');
  }
}

/** Safe to ask of anything, also of a proxy that throws. */
export function isInterrupt(thrown: unknown): thrown is KeyboardInterrupt {
  return attempt(() => thrown instanceof KeyboardInterrupt) ?? false;
}
