import { type Code, unsigned, wasm } from './wasm-instructions';

/** A function of a WebAssembly module; the locals are numbered on after the parameters. */
export interface WasmFunction {
  /** The types of its parameters. */
  readonly parameters: readonly number[];
  /** How many more numbers of each kind it works with, in this order. */
  readonly locals: { readonly i32: number; readonly v128: number };
  readonly code: Code;
}

/**
 * Builds the functions, which return nothing and work on `memory`, and makes them callable from JavaScript.
 *
 * After the WebAssembly Core Specification 2.0, section 5.5.
 */
export function wasmModule<Name extends string>(
  functions: Readonly<Record<Name, WasmFunction>>,
  memory: WebAssembly.Memory,
): Readonly<Record<Name, (...parameters: number[]) => void>> {
  const all = Object.values<WasmFunction>(functions);
  const magicAndVersion = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  const types = all.map(({ parameters }) => [0x60, list(parameters), 0]); // parameters → nothing
  const imports = [[text('environment'), text('memory'), 0x02, 0x00, 1]]; // a memory of at least one page
  const typeOfEach = all.map((_, index) => unsigned(index));
  const exported = Object.keys(functions).map((name, index) => [text(name), 0x00, unsigned(index)]);
  const bodies = all.map(({ locals, code }) => sized([localsOf(locals), code, 0x0b]));
  const bytes = [
    magicAndVersion,
    [
      section(1, types),
      section(2, imports),
      section(3, typeOfEach),
      section(7, exported),
      section(10, bodies),
    ],
  ];
  const module = new WebAssembly.Module(Uint8Array.from(flat(bytes)));
  const { exports } = new WebAssembly.Instance(module, { environment: { memory } });
  return exports as Record<Name, (...parameters: number[]) => void>;
}

function localsOf({ i32, v128 }: WasmFunction['locals']): Code {
  return list([
    [unsigned(i32), wasm.i32.type],
    [unsigned(v128), wasm.v128.type],
  ]);
}

function section(id: number, entries: readonly Code[]): Code {
  return [id, sized(list(entries))];
}

/** The entries after their number. */
function list(entries: readonly Code[]): Code {
  return [unsigned(entries.length), entries];
}

/** The code after its length in bytes. */
function sized(code: Code): Code {
  const bytes = flat(code);
  return [unsigned(bytes.length), bytes];
}

function text(name: string): Code {
  return list([...Buffer.from(name)]);
}

function flat(code: Code): number[] {
  const nested: readonly unknown[] = [code];
  return nested.flat(Infinity) as number[];
}
