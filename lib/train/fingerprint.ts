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
