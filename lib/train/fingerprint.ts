import { createHash } from 'node:crypto';
import type { Safetensors } from './safetensors';

/**
 * The SHA-256 of every name, shape, number and note of a file but `sha256` itself, where this is kept: with it a file
 * that was altered by a single bit is told from the one that was written.
 */
export function fingerprint({ tensors, metadata }: Safetensors): string {
  const { sha256: _, ...notes } = metadata;
  const names = Object.keys(tensors).sort();
  const shapes = names.map((name) => [name, tensors[name].dtype, tensors[name].shape]);
  const hash = createHash('sha256').update(JSON.stringify([shapes, Object.entries(notes).sort()]));
  for (const name of names) {
    const { buffer, byteOffset, byteLength } = tensors[name].data;
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  }
  return hash.digest('hex');
}

/**
 * Refuses a file whose content isn't what its note `sha256` says.
 *
 * @throws Error `loadCheckpoint: run.safetensors was altered …`
 */
export function expectUnaltered(who: string, content: Safetensors): void {
  const got = fingerprint(content);
  const expected = content.metadata['sha256'] ?? 'none';
  if (got !== expected)
    throw new Error(
      `${who} was altered after it was written: expected SHA-256 ${expected}, got ${got}. ` +
        'Take an earlier copy, or train anew.',
    );
}
