import type { MimeBundle } from '../kernel';

/** What an output is; the notebook runner compares numbers only in charts, tables and texts. */
export type OutputKind =
  | 'chart'
  | 'image'
  | 'table'
  | 'text'
  | 'training'
  | 'progress'
  | 'claim'
  | 'source'
  | 'banner';

/** One output in several formats, always with a plain one. */
export type Bundle = MimeBundle & { readonly 'text/plain': string };

/** How {@link send} shows a bundle. */
export interface SendOptions {
  /** The name under which a later bundle can replace this one. */
  readonly id?: string;
  /** Replaces what was shown under `id`. */
  readonly update?: boolean;
  /** What the run depends on, such as `{ tier: 'wasm' }`: the runner compares only runs under the same conditions. */
  readonly conditions?: Readonly<Record<string, string>>;
  /** The size in CSS pixels at which `image/png` is drawn. */
  readonly size?: { readonly width: number; readonly height: number };
}

/** Shows `bundle` under the running cell, or in plain Node writes its text to the standard output. */
export function send(
  bundle: Bundle,
  kind: OutputKind,
  { id, update, conditions, size }: SendOptions = {},
): void {
  if (!globalThis.kernel) {
    process.stdout.write(`${bundle['text/plain']}\n`);
    return;
  }
  const { width, height } = size ?? {};
  const alt = bundle['text/plain'];
  const metadata = { lineage: { kind, ...conditions }, ...(size && { 'image/png': { width, height, alt } }) };
  globalThis.kernel.display(bundle, { ...(id && { id }), ...(update && { update }), metadata });
}
