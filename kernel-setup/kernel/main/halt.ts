import path from 'node:path';
import { haltName, heardAndHalts, type InterruptFlag, unheard } from '../interrupt-flag';
import { withinTensorWork } from '../polls';
import type { FromMain } from '../threads';
import type { Interruptible } from './interruptible';
import { KeyboardInterrupt } from './keyboard-interrupt';

/** Where the kernel's own scripts are. */
const kernelFolder = path.dirname(__dirname);

/** How long, in ms, the main thread waits to be halted, once it is ready for it. */
const readiness = 1000;

/** Reported by {@link Halt} only for what Node does beside. */
export const noError = new KeyboardInterrupt();

/** Node's own way to report what nobody caught; it also forgets which callbacks of Node's it is in. */
interface Fatal {
  _fatalException(thrown: unknown): void;
}

/**
 * The main thread's part in halting code that no poll reaches, such as a regular expression or a package's loop: the
 * inspector calls it between two instructions of that code, whatever it is.
 */
export class Halt {
  readonly #flag: InterruptFlag;
  readonly #interruptible: Interruptible;
  readonly #send: (message: FromMain) => void;
  #reason: KeyboardInterrupt | undefined;

  constructor(flag: InterruptFlag, interruptible: Interruptible, send: (message: FromMain) => void) {
    this.#flag = flag;
    this.#interruptible = interruptible;
    this.#send = send;
    Object.defineProperty(globalThis, haltName, { value: (patient: boolean) => this.#halt(patient) });
  }

  /** The interrupt with the line that was halted; nothing when nothing was since the last call. */
  take(): KeyboardInterrupt | undefined {
    const reason = this.#reason;
    this.#reason = undefined;
    return reason;
  }

  /** @param patient leaves alone what ends by itself, and would be broken for good if it were cut in two */
  #halt(patient: boolean): void {
    const scripts = interruptedScripts();
    // Idle: the event loop is about to read the message that tells of the interrupt.
    if (scripts.length === 0) return;
    // Node's own books about callbacks are open.
    if (scripts[0].startsWith('node:internal/async_hooks')) return;
    if (patient && (this.#interruptible.isHeld || isTensorWork(scripts) || isKernelsOwn(scripts))) return;
    const reason = new KeyboardInterrupt(); // with the lines that stand still
    // Else Node would end the process when it finds itself in callbacks that never returned.
    (process as unknown as Fatal)._fatalException(noError);
    this.#flag.heard = unheard;
    this.#send({ type: 'halting' });
    // Spins, since the code may itself be asleep in Atomics.wait, which doesn't nest.
    const end = performance.now() + readiness;
    while (this.#flag.heard === unheard && performance.now() < end);
    if (this.#flag.heard === heardAndHalts) this.#reason = reason;
  }
}

/** Stands for the script of what a cell made by `eval` or `new Function`, which has no name. */
const madeFromText = '(text)';

/** The scripts whose code stands still below this call, the innermost first. */
function interruptedScripts(): string[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  const holder: { stack?: unknown } = {};
  try {
    Error.stackTraceLimit = Infinity;
    Error.prepareStackTrace = (_, sites) =>
      sites.map((site) => (site.isEval() ? madeFromText : (site.getScriptNameOrSourceURL() ?? '')));
    Error.captureStackTrace(holder);
    const scripts = holder.stack as string[];
    // Above it stand this file's functions, and the inspector's call without a name.
    const call = scripts.findIndex((script) => script !== __filename);
    return scripts.slice(call + 1);
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** tfjs between its books, with what it calls there, or its WebAssembly: the next operation looks at the flag. */
function isTensorWork(scripts: readonly string[]): boolean {
  const innermost = scripts.find((script) => script !== '' && !script.startsWith('node:'));
  if (innermost === undefined) return false;
  return /^wasm:|[\\/]node_modules[\\/]@tensorflow[\\/]/.test(innermost) || withinTensorWork.test(innermost);
}

/** The kernel reports what came of a cell. */
function isKernelsOwn(scripts: readonly string[]): boolean {
  return (
    scripts.some((script) => script.startsWith(kernelFolder)) &&
    scripts.every((script) => script.startsWith(kernelFolder) || script.startsWith('node:') || script === '')
  );
}
